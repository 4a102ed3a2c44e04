/* cross.c - the border of a stack segment, swept over depths.

   At each depth a function is called many times over whose frame does not fit
   any small rest.  Where the segment ends just there, each call crosses into the
   next segment and back: the hot split that split stacks are known for.
   Compiled plain, with the plugin, and with gcc -fsplit-stack.

   The frame of `descend' is smaller than that of `probe', so that each border
   has a depth at which it is the call of `probe' that crosses.

   SPDX-License-Identifier: MIT  */

#include "bench.h"

enum { COUNT = 3000, DEPTHS = 120, STEP = 512, FRAME = 1280 };

static double best[DEPTHS];

#define KEEP(p) __asm__ volatile ("" : : "r" (p) : "memory")

__attribute__ ((noipa)) static void
probe (void)
{
  char frame[FRAME];
  KEEP (frame);
}

__attribute__ ((noipa)) static double
probes (void)
{
  double start = bench_now ();
  for (int i = 0; i < COUNT; i++)
    probe ();
  return (bench_now () - start) / COUNT;
}

__attribute__ ((noipa)) static double
descend (int depth)
{
  char frame[STEP];
  double time;

  KEEP (frame);
  time = depth == 0 ? probes () : descend (depth - 1);
  KEEP (frame);
  return time;
}

int
main (void)
{
  for (int r = 0; r < BENCH_REPEAT; r++)
    for (int d = 0; d < DEPTHS; d++)
      {
	double t = descend (d);
	if (r == 0 || t < best[d])
	  best[d] = t;
      }
  for (int d = 0; d < DEPTHS; d++)
    printf ("cross-%d %.3f\n", d, best[d]);
}
