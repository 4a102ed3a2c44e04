/* callback-thread-exit_c.c - threads that call back once and end, four at a time.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>

static void *
thread (void *fn)
{
  ((void (*) (void)) fn) ();
  return NULL;
}

void
c_threads (int n, void (*fn) (void))
{
  pthread_t t[4];
  for (int i = 0; i < n; i += 4)
    {
      for (int j = 0; j < 4; j++)
	pthread_create (&t[j], NULL, thread, (void *) fn);
      for (int j = 0; j < 4; j++)
	pthread_join (t[j], NULL);
    }
}
