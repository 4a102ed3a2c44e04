/* profiler-thread_c.c - two threads that compute, so many milliseconds of their own time.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>
#include <time.h>

enum { MILLISECONDS = 250, ROUNDS = 200000 };

extern long back (long);
extern long c_spin (long);

static long
own_time (void)
{
  struct timespec t;
  CHECK_EQ (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t), 0);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void *
computes (void *arg)
{
  while (own_time () < MILLISECONDS)
    CHECK (c_spin (ROUNDS) > 0);
  return arg;
}

void *
c_calls_back (void *arg)
{
  while (own_time () < MILLISECONDS)
    CHECK (back (ROUNDS) > 0);
  return arg;
}

void
c_threads (void)
{
  pthread_t t[2];
  CHECK_EQ (pthread_create (&t[0], NULL, computes, NULL), 0);
  CHECK_EQ (pthread_create (&t[1], NULL, c_calls_back, NULL), 0);
  CHECK_EQ (pthread_join (t[0], NULL), 0);
  CHECK_EQ (pthread_join (t[1], NULL), 0);
}
