/* values_c.c - the C side of values.c.

   SPDX-License-Identifier: MIT  */

#include "values.h"

void
c_make_event (struct event *e)
{
  *e = (struct event) { 1, 2, 3, { 4, 0x05060708, 0x090a0b0c, 0x1011 } };
}

int
c_same_event (struct event *e, unsigned char type, unsigned char which,
	      unsigned char state, unsigned char scancode, unsigned symbol,
	      unsigned modifier, unsigned short unicode)
{
  return e->type == type && e->which == which && e->state == state
	 && e->key.scancode == scancode && e->key.symbol == symbol
	 && e->key.modifier == modifier && e->key.unicode == unicode;
}

unsigned long long
c_sum (unsigned a, unsigned long long b)
{
  return a + b;
}

_Atomic int c_called;

/* More stack than a goroutine has.  */
static void
called (void)
{
  volatile char room[100000];
  room[0] = room[sizeof room - 1] = 0;
  c_called++;
}

struct table c_table = { "called", called };

void
c_handle (struct table *t)
{
  t->fn ();
}
