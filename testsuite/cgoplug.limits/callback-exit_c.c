/* callback-exit_c.c - a thread of C ends the process.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stdlib.h>

void late (const char *);
void ends (void);
void c_thread (void);
void c_exit (void);

static void
handler (void)
{
  late ("handler");
}

__attribute__ ((destructor)) static void
destructor (void)
{
  late ("destructor");
}

void
c_exit (void)
{
  exit (7);
}

static void *
thread (void *arg)
{
  ends ();
  return arg;
}

void
c_thread (void)
{
  pthread_t t;
  atexit (handler);
  pthread_create (&t, NULL, thread, NULL);
}
