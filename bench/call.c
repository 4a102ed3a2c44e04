/* call.c - a call of an external C function: with the plugin a foreign call in
   the default mode, without it a direct call.

   SPDX-License-Identifier: MIT  */

#include "bench.h"
#include <errno.h>

enum { COUNT = 1000000 };

volatile long sink;

__attribute__ ((noinline)) static void
calls1 (long count)
{
  long sum = 0;
  for (long i = 0; i < count; i++)
    sum += callee1 (i);
  sink = sum;
}

/* Plain C asks once where errno is; a goroutine must ask each time.  */
__attribute__ ((noinline)) static void
calls_errno (long count)
{
  long sum = 0;
  for (long i = 0; i < count; i++)
    {
      sum += callee1 (i);
      sum += errno;
    }
  sink = sum;
}

__attribute__ ((noinline)) static void
calls10 (long count)
{
  long sum = 0;
  for (long i = 0; i < count; i++)
    sum += callee10 (i, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  sink = sum;
}

int
main (void)
{
  calls1 (COUNT / 10);
  calls10 (COUNT / 10);
  calls_errno (COUNT / 10);
  for (int r = 0; r < BENCH_REPEAT; r++)
    {
      BENCH ("call-1", COUNT, calls1 (COUNT));
      BENCH ("call-10", COUNT, calls10 (COUNT));
      BENCH ("call-errno", COUNT, calls_errno (COUNT));
    }
}
