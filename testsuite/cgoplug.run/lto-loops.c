/* preempt=loops with -flto: loops get their polls at the link, in a function that has come from
   another unit by inlining and in one that is called; what the source was compiled with counts,
   not what the link says (which is checks here).  Two goroutines more than there are processors
   run each loop until a third ends them, which never happens without the polls.

   { dg-options "-flto -fplugin-arg-cgoplug-preempt=loops" }
   { dg-also "lto-loops_g.c" }
   { dg-link "-fplugin-arg-cgoplug-preempt=checks" }  */

#include "lto-loops.h"
#include "spinners.h"

volatile int lto_stop;

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

int
main (void)
{
  for (int i = 0; i < 2; i++)
    {
      run_loop (inlined, &lto_stop);
      run_loop (called, &lto_stop);
    }
  return 0;
}
