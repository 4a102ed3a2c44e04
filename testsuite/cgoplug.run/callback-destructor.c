/* Destructors of thread-specific data call back when the thread ends, before and after the
   runtime's own, and again in each round that libc makes: the thread is given an M each time
   and it is taken back.  In the last round nobody says that the thread is gone; an M that is
   not given back with the callback then keeps pointers into a stack that is unmapped, and
   there are more of them with each thread.  So when C leaves the last callback by a jump.

   { dg-foreign "callback-destructor_c.c" }
   { dg-env "CGODEBUG=g0size=131072" }
   { dg-nochaos "it measures memory, and more threads come" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

void c_threads (int n, void (*fn) (void)) CGO_CALL;
long c_data (void) CGO_CALL;		/* kB */
void c_leave (void) CGO_CALL;		/* does not return if a jump is due */

static _Atomic int calls;
static cgo_chan *chan;

NOINLINE static long
deep (long n)
{
  volatile char room[200];
  room[n % 200] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 200];
}

static void
answer (void)
{
  int v = 1;
  CHECK_EQ (cgo_chan_send (chan, &v), 0);
}

CGO_EXPORT void
called (void)
{
  int v;
  CHECK (guard_slot () != 0);
  CHECK_EQ (deep (50), 50);
  CHECK_EQ (cgo_go (answer), 0);
  CHECK_EQ (cgo_chan_recv (chan, &v), 1);
  calls++;
  c_leave ();
}

int
main (void)
{
  enum { BEFORE = 100, THREADS = 600, CALLS = 10 };
  chan = cgo_chan_make (sizeof (int), 0);
  c_threads (BEFORE, called);
  long before = c_data ();
  c_threads (THREADS, called);
  CHECK_EQ (calls, (BEFORE + THREADS) * CALLS);
  /* A signal stack is 64 KiB, and so are the stacks of the threads.  */
  CHECK (c_data () < before + THREADS * 16);
  /* Who has answered may still be about to end.  */
  for (int i = 0; i < 1000 && cgo_numgoroutine () > 1; i++)
    cgo_sleep (CGO_MILLISECOND);
  CHECK_EQ (cgo_numgoroutine (), 1);
  return 0;
}
