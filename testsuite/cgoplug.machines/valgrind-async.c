/* Code that may be stopped by signals, in valgrind, to which such a stop is the corruption of a
   signal's frame: the goroutines are not stopped, run to their ends one after the other, and
   nothing is reported.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"

enum { SPINNERS = 4, SPAN = 30 };	/* milliseconds of one's loop */

static volatile unsigned long sums[SPINNERS];
static cgo_wg wg;

static void
spin (int n)
{
  unsigned long sum = 0;
  int64_t end = cgo_now () + SPAN * CGO_MILLISECOND;
  do
    for (int i = 0; i < 1000000; i++)
      {
	sum += i;
	HIDE (sum);
      }
  while (cgo_now () < end);
  sums[n] = sum;
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, SPINNERS);
  for (int i = 0; i < SPINNERS; i++)
    CHECK_EQ (cgo_go (spin, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < SPINNERS; i++)
    CHECK_EQ (sums[i] % 499999500000UL, 0);
  return 0;
}
