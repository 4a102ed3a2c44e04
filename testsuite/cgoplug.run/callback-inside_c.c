/* callback-inside_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>

void c_call (void (*fn) (void));
void c_call_on_thread (void (*fn) (void));

void
c_call (void (*fn) (void))
{
  fn ();
}

static void *
thread (void *fn)
{
  (*(void (**) (void)) fn) ();
  return NULL;
}

void
c_call_on_thread (void (*fn) (void))
{
  pthread_t t;
  CHECK_EQ (pthread_create (&t, NULL, thread, &fn), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}
