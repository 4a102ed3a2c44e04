/* deadlock-thread_c.c - a thread that calls back, and ends a little later.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <unistd.h>

void c_start_thread (void (*fn) (void));

static void *
thread (void *fn)
{
  ((void (*) (void)) fn) ();
  usleep (50000);
  return NULL;
}

void
c_start_thread (void (*fn) (void))
{
  pthread_t t;
  if (pthread_create (&t, NULL, thread, (void *) fn) == 0)
    pthread_detach (t);
}
