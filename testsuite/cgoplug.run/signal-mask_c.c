/* SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

extern int exported (void);

static volatile int came;

int
c_blocked (int sig)
{
  unsigned long mask = 0;
  CHECK_EQ (syscall (SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask, sizeof mask), 0);
  return mask >> (sig - 1) & 1;
}

static void
on_io (int sig)
{
  came = sig;
}

static void *
thread (void *arg)
{
  sigset_t set, old;
  sigemptyset (&set);
  sigaddset (&set, SIGIO);
  CHECK_EQ (pthread_sigmask (SIG_BLOCK, &set, &old), 0);
  CHECK_EQ (pthread_kill (pthread_self (), SIGIO), 0);
  CHECK_EQ (exported (), 1);
  CHECK_EQ (c_blocked (SIGIO), 1);
  CHECK_EQ (came, 0);
  CHECK_EQ (pthread_sigmask (SIG_SETMASK, &old, NULL), 0);
  CHECK_EQ (came, SIGIO);
  CHECK_EQ (exported (), 0);
  return arg;
}

void
c_thread (void)
{
  pthread_t t;
  signal (SIGIO, on_io);
  CHECK_EQ (pthread_create (&t, NULL, thread, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}
