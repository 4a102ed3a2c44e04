/* per-thread.h - what per-thread.c and per-thread_c.c both know.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>

struct numbered
{
  char before[100];
  int number;
};

/* Where C says that the data of this thread is; NUMBER counts threads from 1.  */
struct thread
{
  int tid, number;
  pthread_t self;
  int *error, *resolver_error, *implied;
  const unsigned short **classes;
  const int **upper;
  struct numbered *general, *initial;
};
