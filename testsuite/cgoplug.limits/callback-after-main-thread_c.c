/* callback-after-main-thread_c.c - a thread that calls back, and is waited for.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>

void c_wait_for_thread (void (*fn) (void));

static void *
thread (void *fn)
{
  ((void (*) (void)) fn) ();
  return NULL;
}

void
c_wait_for_thread (void (*fn) (void))
{
  pthread_t t;
  if (pthread_create (&t, NULL, thread, (void *) fn) == 0)
    pthread_join (t, NULL);
}
