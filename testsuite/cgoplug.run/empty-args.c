/* Structures without members, wider aligned than the stack, by value: nothing is passed, and the
   copy of nothing that begins at an aligned place must not run on until it faults.  Into C, back
   from C, to new goroutines, by pointers.

   { dg-foreign "empty-args_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "empty-args.h"

int c_empty (int, struct empty) CGO_CALL;
int c_call (int (*fn) (int, struct empty), int) CGO_CALL;

static const struct empty nothing;
static cgo_chan *chan;

CGO_EXPORT int
called (int n, struct empty e)
{
  volatile char room[3000];
  (void) e;
  room[n] = 0;
  CHECK (guard_slot () != 0);
  return n + 1 + room[n];
}

static void
started (struct empty e, int n)
{
  (void) e;
  CHECK_EQ (cgo_chan_send (chan, &n), 0);
}

int
main (void)
{
  int (*volatile by_pointer) (int, struct empty) = c_empty;
  int (*volatile goroutine) (int, struct empty) = called;
  int n;
  chan = cgo_chan_make (sizeof (int), 0);
  CHECK_EQ (c_empty (1, nothing), 3);
  CHECK_EQ (by_pointer (2, nothing), 4);
  CHECK_EQ (goroutine (3, nothing), 4);
  CHECK_EQ (c_call (called, 4), 5);
  CHECK_EQ (cgo_go (started, nothing, 7), 0);
  CHECK_EQ (cgo_chan_recv (chan, &n), 1);
  CHECK_EQ (n, 7);
  return 0;
}
