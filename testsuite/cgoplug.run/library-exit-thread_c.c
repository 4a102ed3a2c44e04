/* library-exit-thread_c.c - the initial thread ends first.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>
#include <stdlib.h>

long lib_count (void);
int lib_goroutines (void);

static void *
thread (void *initial)
{
  CHECK_EQ (pthread_join (*(pthread_t *) initial, NULL), 0);
  for (int i = 0; i < 98; i++)
    lib_count ();
  printf ("last %ld\n", lib_count ());
  /* That of this thread.  */
  CHECK_EQ (lib_goroutines (), 1);
  exit (3);
}

int
main (void)
{
  static pthread_t t, initial;
  initial = pthread_self ();
  CHECK_EQ (lib_count (), 1);
  CHECK_EQ (pthread_create (&t, NULL, thread, &initial), 0);
  pthread_exit (NULL);
}
