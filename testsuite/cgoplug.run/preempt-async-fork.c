/* A goroutine forks while others are stopped by signals again and again (preempt=async), and has
   been stopped itself.  The child has neither those that are stopped nor the signals that were
   under way; it stops loops of its own by signals, and exits.  The parent's go on where
   they were.  Otherwise the child's loops are never over, or the parent's have lost count.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <sys/wait.h>

enum { FORKS = 5 };

static volatile int stop;
static cgo_wg wg;

/* Two counts, which are never out of step but within a turn.  */
static void
spins (void)
{
  unsigned long n = 0, twice = 0;
  do
    {
      n++;
      twice += 2;
      __asm__ volatile ("" : "+r" (n), "+r" (twice));
    }
  while (!stop);
  CHECK_EQ (twice, 2 * n);
  cgo_wg_done (&wg);
}

static void
start_spinners (void)
{
  int spinners = cgo_maxprocs () + 1;
  cgo_wg_add (&wg, spinners);
  while (spinners--)
    CHECK_EQ (cgo_go (spins), 0);
}

static void
end_spinners (void)
{
  for (int i = 0; i < 2; i++)
    cgo_gosched ();
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
}

static void
in_child (void)
{
  alarm (50);
  wg = (cgo_wg) CGO_WG_INIT;	/* who would be done is gone */
  start_spinners ();
  end_spinners ();
  exit (21);
}

static void
forks (cgo_wg *done)
{
  for (int i = 0; i < FORKS; i++)
    {
      int status = 0;
      for (volatile long n = 0; n < 3000000 * i; n++)
	;
      pid_t child = fork ();
      if (child == 0)
	in_child ();
      CHECK (child > 0);
      CHECK_EQ (waitpid (child, &status, 0), child);
      CHECK_EQ (status, 21 << 8);
    }
  cgo_wg_done (done);
}

int
main (void)
{
  cgo_wg done = CGO_WG_INIT;
  start_spinners ();
  cgo_wg_add (&done, 1);
  CHECK_EQ (cgo_go (forks, &done), 0);
  CHECK_EQ (cgo_wg_wait (&done), 0);
  end_spinners ();
  return 0;
}
