/* Without cgo_export C cannot call goroutine code: it would run unchecked, and a
   channel operation in it would have no goroutine to park.  Callbacks that grow
   the stack, park, start goroutines, and call C again.

   { dg-foreign "callback_c.c" }  */

#include <cgo.h>
#include "check.h"

long c_call (long (*fn) (long), long n, int times) CGO_CALL;
long c_call_quick (long (*fn) (long), long n, int times) CGO_CALL_NONBLOCKING;
long c_call_blocking (long (*fn) (long), long n, int times) CGO_CALL_BLOCKING;

static cgo_chan *chan;

NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[0] = 0;
  return n == 0 ? room[0] : deep (n - 1) + 1 + room[0];
}

CGO_EXPORT long
grow (long n)
{
  CHECK (guard_slot () != 0);
  return deep (n);
}

CGO_EXPORT long
park (long n)
{
  long v;
  CHECK_EQ (cgo_chan_recv (chan, &v), 1);
  return v + n;
}

static void
send (long v)
{
  cgo_gosched ();
  CHECK_EQ (cgo_chan_send (chan, &v), 0);
}

CGO_EXPORT long
spawn (long n)
{
  CHECK_EQ (cgo_go (send, n), 0);
  return park (0);
}

CGO_EXPORT long
again (long n)
{
  return c_call (grow, n, 1) + 1;
}

int
main (void)
{
  chan = cgo_chan_make (sizeof (long), 0);
  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (c_call (grow, 500, 3), 1500);
      CHECK_EQ (c_call_quick (grow, 500, 3), 1500);
      CHECK_EQ (c_call_blocking (grow, 500, 3), 1500);
      cgo_go (send, 5L);
      CHECK_EQ (c_call (park, 7, 1), 12);
      cgo_go (send, 6L);
      CHECK_EQ (c_call_quick (park, 7, 1), 13);
      CHECK_EQ (c_call (spawn, 9, 4), 36);
      CHECK_EQ (c_call (again, 9, 4), 40);
      CHECK_EQ (grow (100), 100);	/* from goroutine code: a plain call */
    }
  return 0;
}
