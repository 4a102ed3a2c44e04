/* callback.c - C calls an exported function: with the plugin each call goes from
   g0 to the goroutine and back, without it it is a direct call.

   SPDX-License-Identifier: MIT  */

#include "bench.h"

enum { COUNT = 1000000, THREADS = 1000 };

volatile long sink;

CGO_EXPORT long
called_back (long a)
{
  return a;
}

int
main (void)
{
  sink = callee_calls_back (COUNT / 10);
  sink = callee_fresh (THREADS / 10);
  for (int r = 0; r < BENCH_REPEAT; r++)
    {
      BENCH ("callback", COUNT, sink = callee_calls_back (COUNT));
      printf ("callback-bound %.3f\n", callee_bound (COUNT));
      BENCH ("callback-fresh", THREADS, sink = callee_fresh (THREADS));
    }
}
