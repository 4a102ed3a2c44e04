/* A thief that left out a queue would never find what stands there.  One goroutine computes on
   each P and does not give it away, so that what it starts stands in that P's queue and nowhere
   else.  For each two of them one starts another and the second ends: its P must find the new
   one.  And for each of them all others end, and it starts as many anew, which the idle Ps must
   find.  (Go's TestStealOrder.)

   { dg-procs "2" }  */

#include <cgo.h>
#include "check.h"
#include <sys/syscall.h>

enum { MOST = 5 };

/* What is to happen: FROM starts another TO; then TO ends; then the new one runs, and goes on to
   the next step.  So each stays on its P.  Last, when FROM is TO, all others end, and FROM starts
   them.  */
enum phase { START, END, ENDED, PHASES };

static int n;
static _Atomic int step;	/* ((TO - FROM - 1) mod n * n + FROM) * PHASES + phase */
static _Atomic int running;
static cgo_wg wg;

static void computes (int me, int is_new);

/* Gives the core away, but not the P, as a call of libc could.  */
static inline __attribute__ ((always_inline)) void
relax (void)
{
  long r = SYS_sched_yield;
  __asm__ volatile ("syscall" : "+a" (r) : : "rcx", "r11", "memory");
}

static void
next_step (void)
{
  step += PHASES - step % PHASES;
}

static void
start_one (int to)
{
  while (running < n)		/* the first time */
    relax ();
  cgo_wg_add (&wg, 1);
  cgo_gosched ();		/* a time slice begins; it is enough for this */
  CHECK_EQ (cgo_go (computes, to, 1), 0);
  step++;
}

static void
start_others (int me)
{
  while (running > 1)
    relax ();
  cgo_wg_add (&wg, n - 1);
  cgo_gosched ();
  step++;
  for (int i = 0; i < n; i++)
    if (i != me)
      CHECK_EQ (cgo_go (computes, i, 0), 0);
  while (running < n)
    relax ();
  next_step ();
}

/* On a P of its own until it is its turn to end: true if another waits for that.  */
static int
compute (int me)
{
  for (;;)
    {
      int s = step, phase = s % PHASES, from = s / PHASES % n, apart = s / PHASES / n + 1;
      int to = (from + apart) % n;
      if (apart > n || (phase == START && from == to && from != me))
	return 0;
      if (phase == START && from == me && to != me)
	start_one (to);
      else if (phase == START && from == me)
	start_others (me);
      else if (phase == END && to == me && from != me)
	return 1;
      else
	relax ();
    }
}

static void
computes (int me, int is_new)
{
  /* If FROM was stopped all the same, its P may have run this one too early.  */
  while (is_new && step % PHASES != ENDED)
    cgo_gosched ();
  running++;
  if (is_new)
    next_step ();
  int waited_for = compute (me);
  running--;
  step += waited_for;
  cgo_wg_done (&wg);
}

int
main (void)
{
  for (n = 2; n <= MOST; n++)
    {
      CHECK (cgo_gomaxprocs (n) > 0);
      step = START;
      cgo_wg_add (&wg, n);
      for (int i = 0; i < n; i++)
	CHECK_EQ (cgo_go (computes, i, 0), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      CHECK_EQ (running, 0);
      CHECK_EQ (step, n * n * PHASES);
    }
  return 0;
}
