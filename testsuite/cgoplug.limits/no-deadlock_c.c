/* no-deadlock_c.c - C that sleeps, and a thread that calls back twice.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <unistd.h>

void
c_sleep (int ms)
{
  usleep (ms * 1000);
}

static void *
thread (void *fn)
{
  ((void (*) (void)) fn) ();
  usleep (50000);
  ((void (*) (void)) fn) ();
  return NULL;
}

void
c_start_thread (void (*fn) (void))
{
  pthread_t t;
  pthread_create (&t, NULL, thread, (void *) fn);
  pthread_detach (t);
}
