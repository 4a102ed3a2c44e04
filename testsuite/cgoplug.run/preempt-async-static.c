/* In a static program, whose table of functions is not where the dynamic linker has the others':
   goroutines that loop are stopped by signals, so that one that sleeps comes to run.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }
   { dg-link "-static -Wl,--eh-frame-hdr" }
   { dg-procs "1 2" }  */

#include <cgo.h>
#include "check.h"

enum { SPINNERS = 5 };

static volatile int stop;
static cgo_wg wg;

static void
spin (void)
{
  unsigned long n = 1;
  while (!stop)
    n = 3 * n + 1;
  HIDE (n);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, SPINNERS);
  for (int i = 0; i < SPINNERS; i++)
    CHECK_EQ (cgo_go (spin), 0);
  cgo_sleep (20 * CGO_MILLISECOND);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
