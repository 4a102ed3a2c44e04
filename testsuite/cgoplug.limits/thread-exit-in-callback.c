/* A foreign thread ends (pthread_exit) inside its callback, by goroutine code or by C that
   it called: the frames of both are unwound, and what the thread was given goes to the
   next one.

   { dg-foreign "callback-thread-exit_c.c thread-exit_c.c" }
   { dg-options "-fexceptions" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-foreign-options "-fexceptions" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

void c_thread_exit (void) CGO_CALL;
void c_threads (int n, void (*fn) (void)) CGO_CALL;

static _Atomic int cleaned;

static void
clean (int *unused)
{
  (void) unused;
  cleaned++;
  cgo_gosched ();
}

NOINLINE static int
deep (int n, void (*end) (void))
{
  int here __attribute__ ((cleanup (clean))) = n;
  volatile char room[300];
  room[0] = 0;
  if (n > 0)
    return deep (n - 1, end) + room[0];
  end ();
  return here;
}

static void
by_goroutine (void)
{
  pthread_exit (NULL);
}

CGO_EXPORT void
goroutine_ends (void)
{
  deep (20, by_goroutine);
}

CGO_EXPORT void
c_ends (void)
{
  deep (20, c_thread_exit);
}

int
main (void)
{
  c_threads (8, goroutine_ends);
  CHECK_EQ (cleaned, 168);
  c_threads (8, c_ends);
  CHECK_EQ (cleaned, 336);
  CHECK_EQ (cgo_numgoroutine (), 1);
  return 0;
}
