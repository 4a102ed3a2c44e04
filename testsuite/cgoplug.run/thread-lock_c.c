/* thread-lock_c.c - the C side of thread-lock.c.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <unistd.h>

int called (int);
int c_same_thread (void);
int c_tls (void);
void c_set_tls (int);

int
c_same_thread (void)
{
  static _Atomic int n;
  pthread_t self = pthread_self ();
  int tid = gettid (), in_callback = called (n++);
  return tid == in_callback && tid == gettid () && pthread_equal (self, pthread_self ());
}

static _Thread_local int value;

int
c_tls (void)
{
  return value;
}

void
c_set_tls (int n)
{
  value = n;
}
