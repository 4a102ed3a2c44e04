/* callback-foreign_c.c - C with threads of its own.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>

struct work { int calls; long (*fn) (long); };

static void *
thread (void *arg)
{
  struct work *w = arg;
  for (int i = 0; i < w->calls; i++)
    CHECK_EQ (w->fn (1), 1);
  return NULL;
}

void
c_threads (int threads, int calls, long (*fn) (long))
{
  struct work w = { calls, fn };
  pthread_t t[32];
  for (int i = 0; i < threads; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, &w), 0);
  for (int i = 0; i < threads; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
}
