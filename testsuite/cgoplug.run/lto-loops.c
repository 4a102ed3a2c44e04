/* preempt=loops with -flto: loops get their polls at the link, in a function that has come from
   another unit by inlining and in one that is called; what the source was compiled with counts,
   not what the link says (which is checks here).  Two goroutines more than there are processors
   run each loop until a third ends them, which never happens without the polls.

   { dg-options "-flto -fplugin-arg-cgoplug-preempt=loops" }
   { dg-also "lto-loops_g.c" }
   { dg-link "-fplugin-arg-cgoplug-preempt=checks" }  */

#include <cgo.h>
#include "check.h"
#include "lto-loops.h"

volatile int lto_stop;
static cgo_wg wg;

static void
inlined (void)
{
  unsigned long n = lto_inlined ();
  HIDE (n);
}

static void
called (void)
{
  long a[8] = { 0 };
  unsigned long n = lto_called (a);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (a[i], n * i);
}

static void
spinner (void (*loop) (void))
{
  loop ();
  cgo_wg_done (&wg);
}

static void
third (void)
{
  for (int i = 0; i < 3; i++)
    cgo_gosched ();
  lto_stop = 1;
  cgo_wg_done (&wg);
}

int
main (void)
{
  static void (*const loops[]) (void) = { inlined, called };
  for (int i = 0; i < 4; i++)
    {
      int spinners = cgo_maxprocs () + 1;
      lto_stop = 0;
      cgo_wg_add (&wg, spinners + 1);
      while (spinners--)
	CHECK_EQ (cgo_go (spinner, loops[i % 2]), 0);
      CHECK_EQ (cgo_go (third), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  return 0;
}
