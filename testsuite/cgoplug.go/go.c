/* Goroutine code and Go in one process: both install handlers for SIGSEGV, both have signal
   stacks, threads that the other never heard of, keys whose destructors give an M back, and
   both move stacks.  Without care a handler of Go's would find a guard slot or a signal stack
   that it does not expect, or names would clash at the link.

   C's goroutines call Go, Go calls them back, each from the other's middle and on threads of
   Go's own; Go collects garbage, is preempted by SIGURG, profiled by SIGPROF, panics.
   With an argument, so many seconds long instead of once.

   { dg-link "peer.a" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

long GoAdd (long, long) CGO_CALL;
long GoDepth (long) CGO_CALL;
long GoThreads (long, long) CGO_CALL;
long GoPanics (void) CGO_CALL;
int GoErrno (int) CGO_CALL;
long GoGarbage (long) CGO_CALL;
void GoProfile (int) CGO_CALL;
int GoSignal (void) CGO_CALL;

enum { GOROUTINES = 8, CALLS = 200, DEPTH = 20, THREADS = 6 };

static cgo_wg workers;
static _Atomic long yields, signals;

/* Uses more stack than a first segment has, and gives way now and then.  */
NOINLINE static long
deep (long n)
{
  volatile char room[300];
  room[n % 300] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 300];
}

CGO_EXPORT long
c_exported (long n)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (deep (30), 30);
  if (n % 4 == 0)
    {
      yields++;
      cgo_gosched ();
    }
  if (n < 0)
    return 1;
  return GoDepth (n - 1) + 1;
}

static void
worker (long n)
{
  for (long i = 0; i < CALLS; i++)
    {
      errno = n;
      CHECK_EQ (GoAdd (i, n), i + n);
      CHECK_EQ (errno, n);
      if (i % 20 == 0)
	{
	  CHECK_EQ (GoDepth (DEPTH), 2 * DEPTH);
	  CHECK_EQ (GoPanics (), 1 + 1);
	  CHECK_EQ (GoErrno (n + 1), n + 1);
	}
      cgo_gosched ();
    }
  cgo_wg_done (&workers);
}

/* Computes on goroutine stacks while SIGPROF and SIGUSR1 come.  */
static void
computer (void)
{
  for (int i = 0; i < 200; i++)
    {
      CHECK_EQ (deep (100), 100);
      cgo_gosched ();
    }
  cgo_wg_done (&workers);
}

static void
on_signal (int sig)
{
  signals += sig == SIGUSR2;
}

static void
garbage (void)
{
  CHECK_EQ (GoGarbage (3), 300);
  cgo_wg_done (&workers);
}

static void
threads (void)
{
  CHECK_EQ (GoThreads (THREADS, 20), THREADS * 20);
  cgo_wg_done (&workers);
}

static void
once (void)
{
  cgo_wg_add (&workers, GOROUTINES + 3);
  for (long i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_go (computer), 0);
  CHECK_EQ (cgo_go (garbage), 0);
  CHECK_EQ (cgo_go (threads), 0);
  long before = signals;
  CHECK_EQ (raise (SIGUSR2), 0);
  CHECK_EQ (signals, before + 1);
  CHECK_EQ (GoSignal (), 1);
  CHECK_EQ (cgo_wg_wait (&workers), 0);
  CHECK (yields > 0);
}

int
main (int argc, char **argv)
{
  long seconds = argc > 1 ? atol (argv[1]) : 0, rounds = 0;
  time_t end = time (NULL) + seconds;
  CHECK (signal (SIGUSR2, on_signal) != SIG_ERR);
  GoProfile (1);
  do
    {
      once ();
      rounds++;
    }
  while (time (NULL) < end);
  GoProfile (0);
  if (seconds)
    printf ("%ld rounds\n", rounds);
  return 0;
}
