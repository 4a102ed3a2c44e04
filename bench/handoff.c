/* handoff.c - how much of the computing goes on while others wait in C.

   As many computing tasks as processors count what they do; beside them eight tasks sleep in
   C again and again, without doing anything else.  Reported is what is kept: the count of a
   while with the sleepers by that of a while without, each the best of several, in turn.
   With the plugin tasks are goroutines, otherwise threads; Go's counterpart is in peer.go.

     handoff [PROCESSORS]

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE
#include "bench.h"
#ifdef __CGOPLUG__
# include <cgo.h>
#endif
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { SLEEPERS = 8, ROUNDS = 5, WHILE = 200000 /* us */, MOST = 64 };

static _Atomic int stop, sleep_us, running;
static struct { _Alignas (64) _Atomic unsigned long n; } counts[MOST];
static int tasks;

__attribute__ ((noinline)) static unsigned
fib (unsigned n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static void *
compute (void *arg)
{
  long i = (long) arg;
  while (!stop)
    atomic_store_explicit (&counts[i].n, counts[i].n + (fib (11) == 89), memory_order_relaxed);
  running--;
  return NULL;
}

static void *
sleeper (void *arg)
{
  while (!stop)
    usleep (sleep_us);
  running--;
  return arg;
}

static void
start (void *(*fn) (void *), long i)
{
  running++;
#ifdef __CGOPLUG__
  cgo_go (fn, (void *) i);
#else
  pthread_t t;
  pthread_create (&t, NULL, fn, (void *) i);
  pthread_detach (t);
#endif
}

static unsigned long
sum (void)
{
  unsigned long n = 0;
  for (int i = 0; i < tasks; i++)
    n += counts[i].n;
  return n;
}

static void
nap (int us)
{
#ifdef __CGOPLUG__
  cgo_sleep (us * CGO_MICROSECOND);
#else
  usleep (us);
#endif
}

/* What was counted in a nanosecond.  US: what the sleepers sleep, 0: there are none.  */
static double
once (int us)
{
  stop = 0;
  sleep_us = us;
  for (long i = 0; i < tasks; i++)
    start (compute, i);
  for (long i = 0; us && i < SLEEPERS; i++)
    start (sleeper, i);
  nap (20000);
  double begin = bench_now ();
  unsigned long n = sum ();
  nap (WHILE);
  double rate = (sum () - n) / (bench_now () - begin);
  stop = 1;
  while (running)
    nap (1000);
  return rate;
}

int
main (int argc, char **argv)
{
  double best[3] = { 0 };
  int us[3] = { 0, 10000, 100 };
  tasks = argc > 1 ? atoi (argv[1]) : 2;
  if (tasks < 1 || tasks > MOST)
    {
      fprintf (stderr, "usage: handoff [PROCESSORS, 1 to %d]\n", MOST);
      return 2;
    }
  for (int r = 0; r < ROUNDS; r++)
    for (int k = 0; k < 3; k++)
      {
	double rate = once (us[k]);
	best[k] = rate > best[k] ? rate : best[k];
      }
  printf ("kept-10ms %.3f\n", best[1] / best[0]);
  printf ("kept-100us %.3f\n", best[2] / best[0]);
  return 0;
}
