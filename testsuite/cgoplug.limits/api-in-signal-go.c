/* A goroutine started in a signal handler, which interrupts goroutine code at any
   place: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: (goroutine 1: )?cgo_go called in a signal handler\n" }  */

#include <cgo.h>
#include <signal.h>
#include <sys/time.h>

static void
nothing (int n)
{
  (void) n;
}

static void
handler (int sig)
{
  cgo_go (nothing, sig);
}

int
main (void)
{
  struct itimerval t = { .it_value.tv_usec = 1000 };
  signal (SIGALRM, handler);
  setitimer (ITIMER_REAL, &t, NULL);
  for (;;)
    cgo_gosched ();
}
