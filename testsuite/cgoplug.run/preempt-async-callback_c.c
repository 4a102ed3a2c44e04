/* preempt-async-callback_c.c - calls back, and looks whether it is who it was.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <errno.h>
#include <pthread.h>

typedef long back_fn (long);

enum { CALLS = 3 };

static __thread int calls;

void
c_calls (back_fn *fn)
{
  pthread_t self = pthread_self ();
  volatile int room[10];
  int before = calls;
  for (int i = 0; i < CALLS; i++)
    {
      room[i] = ++calls;
      errno = 1000 + i;
      long n = fn (i);
      CHECK (n > i && (n - i) % 2 == 0);
      CHECK_EQ (errno, 1000 + i);
      CHECK (pthread_equal (pthread_self (), self));
    }
  for (int i = 0; i < CALLS; i++)
    CHECK_EQ (room[i], before + i + 1);
}

void *
c_thread (void *fn)
{
  c_calls ((back_fn *) fn);
  CHECK_EQ (calls, CALLS);
  return NULL;
}
