/* g0-overrun-bound_c.c - a thread with 512 KiB of stack that recurses in malloc.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stdlib.h>

long c_recurse (long);
void go_called (void);
void c_thread (void);

static _Thread_local int recursing;

/* Stands in front of libc's.  pthread_getattr_np would call it.  */
void *
realloc (void *p, size_t size)
{
  extern void *__libc_realloc (void *, size_t);
  while (recursing)
    ;
  return __libc_realloc (p, size);
}

static void *
thread (void *arg)
{
  go_called ();
  recursing = 1;
  c_recurse (1L << 40);
  return arg;
}

void
c_thread (void)
{
  pthread_attr_t a;
  pthread_t t;
  pthread_attr_init (&a);
  pthread_attr_setstacksize (&a, 512 << 10);
  pthread_create (&t, &a, thread, NULL);
  pthread_join (t, NULL);
}
