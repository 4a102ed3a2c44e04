/* quit_c.c - SIGQUIT to the process, from a thread of C and a little later.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

void c_quit_later (void);
void c_wait (void);

static void *
thread (void *arg)
{
  sigset_t all;
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, NULL);
  usleep (200000);
  kill (getpid (), SIGQUIT);
  return arg;
}

void
c_quit_later (void)
{
  pthread_t t;
  if (pthread_create (&t, NULL, thread, NULL) == 0)
    pthread_detach (t);
}

void
c_wait (void)
{
  for (;;)
    pause ();
}
