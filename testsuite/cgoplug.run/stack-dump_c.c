/* stack-dump_c.c - C that calls what it is told, on its own stack and on a thread's.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stdio.h>

void
c_call (void (*fn) (void))
{
  fn ();
  __asm__ volatile ("" : : "r" (fn));
}

static void *
thread_start (void *arg)
{
  void (*fn) (void) = *(void (**) (void)) arg;
  dprintf (2, "thread\n");
  fn ();
  __asm__ volatile ("" : : "r" (fn));
  return NULL;
}

void
c_thread (void (*fn) (void))
{
  pthread_t t;
  pthread_create (&t, NULL, thread_start, &fn);
  pthread_join (t, NULL);
}
