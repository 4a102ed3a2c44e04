/* A loop that happens to run where a segment ends crosses the border at each call.  If the
   goroutine stops now and then, in a shallow place, the border is moved there, and inner
   borders go: a later round has next to no crossings, wherever the loop runs.  Where that does
   not help the border is put back, and the next goroutine finds all as it was.

   { dg-nostress "each call crosses there" }
   { dg-nochaos "the guard is where it should be" }  */

#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"

enum { CALLS = 1000, ROUNDS = 8, SETTLED = 6 };

static cgo_wg wg;
static int hot;

/* Where its frame is.  */
NOINLINE static long
touch (int n)
{
  volatile char room[700];
  long where = (long) room;
  room[n] = 1;
  HIDE (where);
  return where;
}

/* Calls that were not made on the segment of this frame.  */
NOINLINE static int
loop (void)
{
  int far = 0;
  long here = (long) __builtin_frame_address (0);
  for (int i = 0; i < CALLS; i++)
    {
      long below = here - touch (i % 700);
      far += below < 0 || below > 1000;
    }
  return far;
}

NOINLINE static int
at_depth (int n)
{
  volatile char room[90];
  room[0] = 0;
  return (n ? at_depth (n - 1) : loop ()) + room[0];
}

/* As a server: stops, and does the same as before.  */
static void
serves (int depth)
{
  unsigned long guard = guard_slot ();
  for (int round = 0; round < ROUNDS; round++)
    {
      cgo_gosched ();
      int far = at_depth (depth);
      hot += far == CALLS && round == 0;
      if (round >= SETTLED)
	CHECK (far < 100);
    }
  for (int round = 0; round < 3; round++)
    cgo_gosched ();
  CHECK_EQ (guard_slot (), guard);
  cgo_wg_done (&wg);
}

NOINLINE static int
large (int n)
{
  volatile char room[6000];
  room[n] = 1;
  return room[n];
}

NOINLINE static int
small (int n)
{
  volatile char room[300];
  room[n] = 1;
  return room[n];
}

/* Crosses wherever the border is; the small calls must not, too, forever.  */
static void
cannot (void)
{
  unsigned long guard = guard_slot (), other = 0;
  for (int round = 0; round < ROUNDS; round++)
    {
      for (int i = 0; i < CALLS; i++)
	CHECK_EQ (large (i) + small (i % 300), 2);
      cgo_gosched ();
      other += guard_slot () != guard;
    }
  CHECK_EQ (other, 1);
  CHECK_EQ (guard_slot (), guard);
  cgo_wg_done (&wg);
}

int
main (void)
{
  for (int depth = 0; depth < 300; depth++)
    {
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (serves, depth), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  CHECK (hot >= 3);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (cannot), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
