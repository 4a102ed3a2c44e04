/* values.h - what values.c and values_c.c share.

   SPDX-License-Identifier: MIT  */

#include <cgo/attr.h>

struct key
{
  unsigned char scancode;
  unsigned symbol, modifier;
  unsigned short unicode;
};

struct event
{
  unsigned char type, which, state;
  struct key key;
};

struct table
{
  const char *name;
  void (*fn) (void);
};

void c_make_event (struct event *) CGO_CALL;
int c_same_event (struct event *, unsigned char type, unsigned char which,
		  unsigned char state, unsigned char scancode, unsigned symbol,
		  unsigned modifier, unsigned short unicode) CGO_CALL;
unsigned long long c_sum (unsigned, unsigned long long) CGO_CALL;
void c_handle (struct table *) CGO_CALL;
extern struct table c_table;
extern _Atomic int c_called;
