/* signal-prof_c.c - a profiling timer, and threads that call back.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <signal.h>
#include <string.h>
#include <sys/time.h>

extern long back (long);

static _Atomic int signals[2], wrong;
static __thread int foreign;
static __thread volatile int below;	/* there is a goroutine */

/* A thread that begins or ends, and one of C that has not called back, has no signal stack.  */
static void
on_prof (int sig)
{
  volatile char room[8000];
  stack_t s;
  memset ((char *) room, sig, sizeof room);
  int alone = sigaltstack (NULL, &s) == 0 && s.ss_flags & SS_ONSTACK;
  if (guard_slot () != 0 || (below && !alone))
    wrong++;
  if (alone)
    signals[foreign]++;
}

int
c_signals (int of_foreign)
{
  return signals[of_foreign];
}

int
c_wrong (void)
{
  return wrong;
}

void
c_profile (int on)
{
  struct sigaction a;
  struct itimerval t = { { 0, 1000 * on }, { 0, 1000 * on } };
  memset (&a, 0, sizeof a);
  a.sa_handler = on_prof;
  a.sa_flags = SA_RESTART;
  CHECK_EQ (sigaction (SIGPROF, &a, NULL), 0);
  CHECK_EQ (setitimer (ITIMER_PROF, &t, NULL), 0);
}

long
c_sum (long n)
{
  volatile long sum = 0;
  below = 1;
  for (long i = 1; i <= n; i++)
    sum += i;
  below = 0;
  return sum;
}

void *
c_thread (void *stop)
{
  long calls;
  foreign = 1;
  for (calls = 0; !*(volatile int *) stop; calls++)
    {
      CHECK_EQ (back (calls), calls % 50 + calls);
      below = 1;
    }
  below = 0;
  return (void *) calls;
}
