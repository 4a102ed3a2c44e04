/* The C half of thread-clean.c.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stdio.h>
#include "thread-clean.h"

static __attribute__ ((noinline)) void
fill (int *array, int n)
{
  for (int i = 0; i < 32; i++)
    array[i] = n + i;
}

/* On its stack, as anybody may see.  */
int
thread_sum (int n)
{
  int array[32], sum = 0;
  fill (array, n);
  for (int i = 0; i < 32; i++)
    sum += array[i];
  return sum;
}

int
thread_sum_of (int n)
{
  return 32 * n + 31 * 32 / 2;
}

int
thread_calls_back (int n)
{
  int ok = 0;
  for (int i = 0; i < n; i++)
    {
      int array[32];
      fill (array, i);
      ok += called_back (array[0]) == array[0];
    }
  return ok;
}

static void *
thread (void *arg)
{
  for (int i = 0; i < 10; i++)
    called_back (10);
  return arg;
}

void
thread_calls_from_threads (void)
{
  pthread_t t[3];
  for (int i = 0; i < 3; i++)
    pthread_create (&t[i], NULL, thread, NULL);
  for (int i = 0; i < 3; i++)
    pthread_join (t[i], NULL);
}
