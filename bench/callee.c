/* callee.c - the C side of call.c and callback.c, compiled without the plugin
   for every program, so that all of them call the same machine code.

   SPDX-License-Identifier: MIT  */

#include "bench.h"

long
callee1 (long a)
{
  return a;
}

long
callee10 (long a, long b, long c, long d, long e, long f, long g, long h,
	  long i, long j)
{
  return a + b + c + d + e + f + g + h + i + j;
}

#ifdef BENCH_CALLBACK
long
callee_calls_back (long count)
{
  long sum = 0;
  for (long i = 0; i < count; i++)
    sum += called_back (i);
  return sum;
}
#endif
