/* A goroutine computes, another calls C that sleeps, on one processor.  If the processor stayed
   with C until sysmon notices, a monitor that has had nothing to do for a while would let it
   stand still for milliseconds, at each call.  A place that has made such calls gives it away
   before C begins; one whose calls are short keeps it.

   { dg-foreign "handoff_c.c" }
   { dg-procs "1" }
   { dg-nostress "each call gives its processor away there" }
   { dg-nochaos "likewise" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

enum { CALLS = 60, SHORT = 20000 };

/* Sleeps, and tells whether its processor was gone when it began.  */
int lent_for (int us) CGO_CALL;

static volatile int stop;
static cgo_wg wg = CGO_WG_INIT;

NOINLINE static int
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static void
compute (void)
{
  while (!stop)
    CHECK_EQ (fib (12), 144);
  cgo_wg_done (&wg);
}

int
main (void)
{
  int gone = 0, gone_early = 0, gone_short = 0;
  cgo_wg_add (&wg, 2);
  cgo_go (compute);
  cgo_go (compute);
  for (int i = 0; i < CALLS; i++)
    {
      int g = lent_for (1000);
      gone += g;
      gone_early += i < 1 && g;
    }
  for (int i = 0; i < SHORT; i++)
    gone_short += lent_for (0);
  stop = 1;
  cgo_wg_wait (&wg);
  CHECK_EQ (gone_early, 0);
  CHECK (gone >= CALLS / 2);
  CHECK (gone_short < SHORT / 10);
  return 0;
}
