/* SPDX-License-Identifier: MIT  */

#include <pthread.h>

extern void exported (volatile char *);

void
c_write (volatile char *p)
{
  *p = 1;
}

void
c_back (volatile char *p)
{
  exported (p);
}

static void *
thread (void *p)
{
  *(volatile char *) p = 1;
  return 0;
}

void
c_thread (volatile char *p)
{
  pthread_t t;
  pthread_create (&t, 0, thread, (void *) p);
  pthread_join (t, 0);
}
