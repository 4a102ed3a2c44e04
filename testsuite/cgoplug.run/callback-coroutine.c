/* A coroutine library, libpcl, in C: each coroutine has a stack of its own, calls back from
   there, and gives way between callbacks; within one it goes on with another that calls back.
   The runtime knows nothing of these stacks, of which it must not expect to be the thread's.

   { dg-require-file "/usr/include/pcl.h" }
   { dg-foreign "callback-coroutine_c.c" }
   { dg-link "-lpcl" }  */

#include <cgo.h>
#include "check.h"

long c_round_robin (int coroutines, int rounds, long (*fn) (long)) CGO_CALL;
void c_inner (void) CGO_CALL;

static cgo_wg done;
static _Atomic long started;

NOINLINE static long
deep (long n)
{
  volatile char room[300];
  room[n % 300] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 300];
}

static void
other (void)
{
  started++;
  cgo_gosched ();
  cgo_wg_done (&done);
}

CGO_EXPORT long
called (long n)
{
  CHECK (guard_slot () != 0);
  cgo_wg_add (&done, 1);
  CHECK_EQ (cgo_go (other), 0);
  CHECK_EQ (cgo_wg_wait (&done), 0);
  if (n % 3 == 0)
    c_inner ();
  return deep (n);
}

/* On a coroutine that another has called in the middle of a callback.  */
CGO_EXPORT long
inner (long n)
{
  return deep (n) + 1;
}

int
main (void)
{
  enum { COROUTINES = 20, ROUNDS = 50 };
  long sum = COROUTINES * (ROUNDS * (ROUNDS - 1) / 2);
  for (int i = 0; i < 5; i++)
    CHECK_EQ (c_round_robin (COROUTINES, ROUNDS, called), sum);
  CHECK_EQ (started, 5 * COROUTINES * ROUNDS);
  return 0;
}
