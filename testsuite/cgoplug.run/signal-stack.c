/* Threads of C with a signal stack of their own, without one, and with one that they disable or
   change: a callback runs on each, signals come before, in and after it, and the stack that the
   thread had is the one it has afterwards.  If the runtime put its own there, or left it behind,
   a handler would run on memory that is gone.  (Go's TestSigaltstack, SigStack.)

   { dg-foreign "signal-stack_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <signal.h>

extern void c_threads (void) CGO_CALL;
extern int c_handled (void) CGO_CALL;

NOINLINE static long
deep (long n)
{
  volatile char room[50];
  room[0] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[0];
}

/* The handler's frame is larger than what a goroutine has here.  */
CGO_EXPORT void
exported (void)
{
  int before = c_handled ();
  CHECK_EQ (deep (100), 100);
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (c_handled (), before + 1);
  cgo_gosched ();
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (c_handled (), before + 2);
}

int
main (void)
{
  for (int i = 0; i < 5; i++)
    c_threads ();
  return 0;
}
