/* callee.c - the C side of call.c and callback.c, compiled without the plugin
   for every program, so that all of them call the same machine code.

   SPDX-License-Identifier: MIT  */

#include "bench.h"
#include <pthread.h>
#include <stdlib.h>

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

static void *
bound (void *arg)
{
  long count = *(long *) arg;
  callee_calls_back (count / 10);
  double start = bench_now ();
  callee_calls_back (count);
  *(double *) arg = (bench_now () - start) / count;
  return NULL;
}

static void *
fresh (void *arg)
{
  *(long *) arg += called_back (1);
  return NULL;
}

static void
on_thread (void *(*fn) (void *), void *arg)
{
  pthread_t t;
  if (pthread_create (&t, NULL, fn, arg) != 0 || pthread_join (t, NULL) != 0)
    abort ();
}

double
callee_bound (long count)
{
  union { long count; double ns; } u = { .count = count };
  on_thread (bound, &u);
  return u.ns;
}

long
callee_fresh (long count)
{
  long sum = 0;
  for (long i = 0; i < count; i++)
    on_thread (fresh, &sum);
  return sum;
}
#endif
