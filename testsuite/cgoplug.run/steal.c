/* Without work stealing one P runs everything its goroutine started while the
   others idle: with two Ps, two goroutines that never give way must run at the
   same time.

   { dg-procs "2 4" }  */

#include <cgo.h>
#include "check.h"

static int turn;
static cgo_wg wg;

/* Each waits, on its P, for the other: alone, neither ends.  */
NOINLINE static void
pass (int me, int rounds)
{
  for (int i = 0; i < rounds; i++)
    {
      while (__atomic_load_n (&turn, __ATOMIC_ACQUIRE) != me)
	__asm__ volatile ("pause");
      __atomic_store_n (&turn, !me, __ATOMIC_RELEASE);
      if (i % 64 == 63)
	usleep (0);		/* two Ps may share one core */
    }
}

static void
worker (int me)
{
  pass (me, 256);
  cgo_wg_done (&wg);
}

static void
starter (void)
{
  /* All on this P's queue.  */
  cgo_wg_add (&wg, 2);
  CHECK_EQ (cgo_go (worker, 0), 0);
  CHECK_EQ (cgo_go (worker, 1), 0);
  cgo_wg_done (&wg);
}

int
main (void)
{
  for (int i = 0; i < 3; i++)
    {
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (starter), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  return 0;
}
