/* storm_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

#include "storm.h"
#include <pthread.h>

struct call
{
  void (*fn) (int);
  int n;
};

void
c_call (void (*fn) (int), int n)
{
  fn (n);
}

void
c_call_nonblocking (void (*fn) (int), int n)
{
  fn (n);
}

long
c_call_big (long (*fn) (struct big, int), struct big b, int n)
{
  return fn (b, n);
}

static void *
thread (void *arg)
{
  struct call *call = arg;
  call->fn (call->n);
  call->fn (3);
  return NULL;
}

void
c_threads (int n, void (*fn) (int))
{
  for (int i = 0; i < n; i++)
    {
      pthread_t t;
      struct call call = { fn, i % 10 };
      if (pthread_create (&t, NULL, thread, &call) == 0)
	pthread_join (t, NULL);
    }
}
