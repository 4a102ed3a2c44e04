/* chaos.c - CGODEBUG=chaos=SEED: whatever may happen at any time happens often.

   A scheduler is right if a program cannot tell when it yields, which thread it goes on, who
   is woken first, and when its P is taken.  Mostly it does none of that, and what goes wrong
   then is seen once a month.  In this mode it rolls dice at every chance:

     C			entry: the P is lent now, so that somebody takes it; exit: the
			goroutine yields, or goes on on another M; a P that is idle is not
			seen			(syscall.c)
     callbacks		the same at entry and exit
     cgo_ calls		yield at the end	(syscall.c)
     a slice		all its stack checks fail; it is preempted at the first thing that can
			be			(cgo__chaos_slice)
     growth		yield			(grow.c)
     ready		to runnext, to the end of the ring, to the global queue  (ready.c)
     picking		from the global queue, from other Ps, from the middle of the ring
     wakeups		come a little late, to an M that is not the last parked (m.c)
     parked Ms		end after a millisecond	(m.c)
     sysmon		ticks of any length; takes Ps and asks to yield for no reason

   The fast paths know nothing of it.  Each has a slow way that can be forced, and is, for as
   long as the process lives: m->sys is negative, CHAOS is set in m->retake, as the stress mode
   has it (m_alloc); the quick ways of sync/ are not gone.  What is left is one test of a variable
   in C that does not run often.

   Nothing here does what could not happen otherwise, on a slow machine at a bad moment; so
   a failure is a bug, of the runtime or of the test, that counts what nobody promised.

   Each thread has a generator of its own, which begins with SEED and the number of its M.
   What a thread rolls is always the same; what it rolls for depends on what the kernel
   lets run.  So a seed is no recording: a failure that has been seen with one comes again soon
   with it, not at once.  With CGOMAXPROCS=1 on one processor it nearly is one.

   Rejected: to decide by a hash of the place and how often it was reached, which is no better
   repeatable once threads differ, and must be counted by atomic operations that hide races.

   SPDX-License-Identifier: MIT  */

#include "sched/chaos.h"
#include "base/sys.h"

/* Never 0 once it has begun.  */
static __thread uint64_t state;

/* One output of splitmix64 for each X.  */
static uint64_t
mix (uint64_t x)
{
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/* Threads without an M, sysmon first, are numbered from -1 down.  */
static void
begin (void)
{
  static _Atomic uint64_t others;
  uint64_t id = __cgo_tls.m ? __cgo_tls.m->id
		: ~atomic_fetch_add_explicit (&others, 1, memory_order_relaxed);
  state = mix (mix (cgo__debug.chaos) + id) | 1;
}

/* xorshift64*.  */
static uint32_t
roll (void)
{
  if (!state)
    begin ();
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (state * 0x2545f4914f6cdd1d) >> 32;
}

unsigned
cgo__chaos_below (unsigned n)
{
  return ((uint64_t) roll () * n) >> 32;
}

bool
cgo__chaos_roll (unsigned n)
{
  return cgo__chaos_below (n) == 0;
}

/* Mostly this thread only lets others catch up: to sleep costs 50 us at least, and to let
   others run, on a busy machine, as much as they like.  */
void
cgo__chaos_delay (void)
{
  static const uint32_t word;
  if (!cgo__chaos_roll (4))
    {
      for (volatile unsigned n = cgo__chaos_below (4000); n > 0; n--)
	;
      return;
    }
  if (!cgo__chaos_roll (8))
    {
      cgo__sys_sched_yield ();
      return;
    }
  int64_t until = cgo__nanotime () + cgo__chaos_below (100 * 1000);
  struct timespec ts = { until / 1000000000, until % 1000000000 };
  cgo__sys_futex_wait (&word, 0, &ts);
}

_Noreturn void
cgo__chaos_migrate (struct cgo__g *g, struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  cgo__leave (g, ctx, 0);
  cgo__set_runnable (g);
  cgo__lock (&cgo__sched.lock);
  cgo__globrunq_put (g);
  cgo__unlock (&cgo__sched.lock);
  struct cgo__p *p = cgo__releasep (m);
  if (p)
    cgo__handoffp (p);
  else
    cgo__wakep ();
  cgo__stopm ();
  cgo__schedule ();
}

/* The guard of the segment is up to here from one slice to the next: border.c, which moves it
   when the goroutine stops, sees one that is too high, and that is always right.  */
void
cgo__chaos_slice (struct cgo__m *m, struct cgo__g *g)
{
  g->seg->guard = cgo__chaos_roll (8) ? (uintptr_t) CGO_GUARD_STRESS : g->seg->limit;
  if (cgo__debug.stress)
    g->seg->guard = CGO_GUARD_STRESS;
  if (cgo__chaos_roll (16))
    /* Relaxed: for ourselves.  */
    atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_PREEMPT, memory_order_relaxed);
}

struct cgo__g *
cgo__chaos_pick (struct cgo__p *p)
{
  struct cgo__g *g = NULL;
  if (cgo__chaos_roll (4))
    {
      cgo__lock (&cgo__sched.lock);
      g = cgo__globrunq_get (p, 1);
      cgo__unlock (&cgo__sched.lock);
    }
  /* A thief's ring is empty, its runnext need not be.  Relaxed: thieves only take.  */
  int np = cgo__np ();
  struct cgo__p *from = cgo__sched.allp[cgo__chaos_below (np)];
  if (!g && from != p && cgo__chaos_roll (4)
      && atomic_load_explicit (&p->head, memory_order_relaxed)
	 == atomic_load_explicit (&p->tail, memory_order_relaxed))
    g = cgo__runq_steal (p, from, cgo__chaos_roll (2));
  return g;
}
