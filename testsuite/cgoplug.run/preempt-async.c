/* Without a signal (preempt=async) a loop that neither checks the stack nor calls C keeps its P
   for ever.  Two goroutines run each loop here, a third must run to end them, three times over;
   what the loops have in registers, flags, the red zone and on the stack of the x87 must be
   there after each stop.  A handler of the program for SIGURG gets its own signals and no
   others, and no system call ends early.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }  */

#include "preempt-loops.h"
#include <signal.h>

static cgo_wg reading;

/* Adds by add and adc in a circle, so that the carry is live all the time.  */
static void
flags (void)
{
  unsigned long lo = 0, hi = 0, n = 0;
  do
    {
      __asm__ ("{add %2, %0; adc $0, %1|add %0, %2; adc %1, 0}" : "+r" (lo), "+r" (hi)
	       : "r" (-1UL) : "cc");
      n++;
    }
  while (!stop);
  CHECK_EQ (lo, -n);
  CHECK_EQ (hi, n - 1);
}

static volatile int signals;

static void
on_urgent (int sig)
{
  signals += sig == SIGURG;
}

/* A system call that would end with EINTR.  */
static void
reader (int fd)
{
  char c;
  CHECK_EQ (read (fd, &c, 1), 1);
  CHECK_EQ (c, 'x');
  cgo_wg_done (&reading);
}

int
main (void)
{
  struct sigaction a = { .sa_handler = on_urgent }, old;
  int fd[2];
  CHECK_EQ (sigaction (SIGURG, NULL, &old), 0);
  CHECK (old.sa_handler == SIG_DFL && !(old.sa_flags & SA_RESTART));
  CHECK_EQ (sigaction (SIGURG, &a, &old), 0);
  CHECK (old.sa_handler == SIG_DFL);
  CHECK_EQ (pipe (fd), 0);
  cgo_wg_add (&reading, 1);
  CHECK_EQ (cgo_go (reader, fd[0]), 0);
  run_loops ();
  run_loop (flags, &stop);
  CHECK_EQ (write (fd[1], "x", 1), 1);
  CHECK_EQ (cgo_wg_wait (&reading), 0);
  CHECK_EQ (signals, 0);
  CHECK_EQ (raise (SIGURG), 0);
  CHECK_EQ (signals, 1);
  CHECK_EQ (sigaction (SIGURG, NULL, &old), 0);
  CHECK (old.sa_handler == on_urgent && !(old.sa_flags & SA_RESTART));
  return 0;
}
