/* callback-early_c.c - C that runs before all else.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>

int early (int);
void early_initial (void);

static pthread_barrier_t barrier;

static void *
thread (void *arg)
{
  pthread_barrier_wait (&barrier);
  CHECK_EQ (early (41), 42);
  return arg;
}

static void
preinit (void)
{
  pthread_t t[4];
  pthread_barrier_init (&barrier, NULL, 4);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, NULL), 0);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
  early_initial ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*at_once) (void) = preinit;

__attribute__ ((constructor (101))) static void
constructor (void)
{
  early_initial ();
}
