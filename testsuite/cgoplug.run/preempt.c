/* Without preemption a goroutine that computes keeps its P until it is done: the
   check at each function's entry gives way when sysmon asks, after 10 ms.  */

#include <cgo.h>
#include "check.h"

static volatile int stop;
static volatile long ticks;
static cgo_wg wg;

NOINLINE static long
work (long n)
{
  volatile char room[1000];	/* more than a function without a check may have */
  room[n % 1000] = 1;
  return n + room[n % 1000];
}

static void
computer (void)
{
  long n = 0;
  while (!stop)
    n = work (n % 1000);
  cgo_wg_done (&wg);
}

static void
ticker (void)
{
  for (int i = 0; i < 5; i++)
    {
      ticks++;
      cgo_gosched ();
    }
  stop = 1;
  cgo_wg_done (&wg);
}

int
main (void)
{
  int computers = cgo_maxprocs () + 1;
  cgo_wg_add (&wg, computers + 1);
  for (int i = 0; i < computers; i++)
    CHECK_EQ (cgo_go (computer), 0);
  CHECK_EQ (cgo_go (ticker), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (ticks, 5);
  return 0;
}
