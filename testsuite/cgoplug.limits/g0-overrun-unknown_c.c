/* g0-overrun-unknown_c.c - the same on a thread.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>

long c_recurse (long);

static void *
start (void *arg)
{
  c_recurse (1L << 40);
  return arg;
}

void
c_overrun (void)
{
  pthread_t t;
  if (pthread_create (&t, NULL, start, NULL) == 0)
    pthread_join (t, NULL);
}
