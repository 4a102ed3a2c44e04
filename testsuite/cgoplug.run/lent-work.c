/* Work that comes while every processor is with C, which has been there for long, and nothing
   else waits: sysmon sleeps then, and a processor is taken from C all the same, at once.  The
   work comes from each place that there is: a thread of the program's C starts a goroutine, wakes
   one, or calls back; a timer expires; or C is back for a moment and leaves some behind.  If one
   of them did not wake sysmon the work would wait until C is back.

   { dg-foreign "lent-work_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <stdbool.h>
#include <time.h>

enum { QUIET = 40, HANGS = 2000, SOON = 5, TRIES = 4, MORE_TRIES = 40 };	/* milliseconds */
enum how { STARTS, WAKES, CALLS_BACK, EXPIRES, LEFT_BEHIND, WAYS };

/* Returns when *STAMP is not 0, or after so many milliseconds.  */
void wait_for (_Atomic long *stamp, int ms) CGO_CALL;
void sleep_in_c (int ms) CGO_CALL;
void call (void (*fn) (void)) CGO_CALL;

static _Atomic long began, ran;
static cgo_wg gate;

static long
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000 + t.tv_nsec;
}

static void
run (void)
{
  ran = now ();
}

CGO_EXPORT void
called_back (void)
{
  run ();
}

static void
waits (void)
{
  cgo_wg_wait (&gate);
  run ();
}

static void
sleeps (void)
{
  began = now () + QUIET * 1000000L;
  cgo_sleep (QUIET * CGO_MILLISECOND);
  run ();
}

/* A thread of the program's own.  */
static void *
thread (void *arg)
{
  enum how how = (enum how) (long) arg;
  struct timespec t = { 0, QUIET * 1000000L };
  nanosleep (&t, NULL);
  began = now ();
  if (how == STARTS)
    CHECK_EQ (cgo_go (run), 0);
  else if (how == WAKES)
    cgo_wg_done (&gate);
  else
    call (called_back);
  return NULL;
}

/* Nanoseconds until the work ran.  */
static long
latency (enum how how)
{
  pthread_t t;
  bool own = how == STARTS || how == WAKES || how == CALLS_BACK;
  began = ran = 0;
  if (how == WAKES)
    {
      cgo_wg_add (&gate, 1);
      CHECK_EQ (cgo_go (waits), 0);
      cgo_gosched ();
    }
  if (how == EXPIRES)
    {
      CHECK_EQ (cgo_go (sleeps), 0);
      cgo_gosched ();
    }
  if (own)
    CHECK_EQ (pthread_create (&t, NULL, thread, (void *) (long) how), 0);
  if (how == LEFT_BEHIND)
    {
      sleep_in_c (QUIET);
      began = now ();
      CHECK_EQ (cgo_go (run), 0);
    }
  wait_for (&ran, HANGS);
  CHECK (ran != 0);
  long ns = ran - began;
  CHECK (ns < HANGS * 1000000L);
  if (own)
    CHECK_EQ (pthread_join (t, NULL), 0);
  return ns;
}

int
main (void)
{
  for (int how = 0; how < WAYS; how++)
    {
      long best = HANGS * 1000000L;
      for (int i = 0; i < TRIES || (best >= SOON * 1000000L && i < MORE_TRIES); i++)
	{
	  long ns = latency (how);
	  best = ns < best ? ns : best;
	}
      CHECK (best < SOON * 1000000L);
    }
  return 0;
}
