/* sysmon.c - the thread that watches: it runs timers, takes Ps back from Ms that
   stay in C, and asks goroutines that run for 10 ms to stop.

   It is started when there is something to watch: a second goroutine, a timer, a
   foreign thread that calls back, or that may do so while all else sleeps.
   A program that has none of them stays a process with one thread, for which libc
   takes shorter ways.

   It needs no P and runs no goroutine.  A tick is 20 us while there is something to
   do, and grows to 10 ms when there was nothing for a while; when every P is idle
   it sleeps until the next timer or until a P is taken off the idle list, but looks
   each second whether the threads that might wake somebody are still there.

   A P that is lent stays with its M as long as nothing waits for one, be it for hours: C finds
   it when it is back, and needs no thread but its own.  When all Ps are idle, or lent to C that
   was there a tick ago, there is nothing to watch, and sysmon sleeps.  Who makes work wait while
   no P is idle wakes it; it takes a lent one at once, for the tick is over.  If there are Ps with
   which goroutines run, too, it goes on ticking, but is woken from that in the same way.

   So sysmon may sleep whenever nothing waits, and the wakeup must not be lost:

     sysmon				who has a P		who has none
     sysmonwait = 1			g to its queue		lock
     fence				fence			g to the global queue
     lock; look at all queues		if (sysmonwait)		if (sysmonwait)
     if work waits: sysmonwait = 0	  lock, wake		  wake

   With one P its owner has no fence (cgo__wakep); then sysmon's is a membarrier.  Without
   membarrier sysmonwait is never 0, and who sees that fences and looks again.  runtime/model
   has this in quiet.pml and sleep.pml.

   A P that a foreign thread takes for a callback does not wake sysmon either: the callback may be
   over before it is awake, and the next thread finds it asleep again.

   Who is back from C, or calls back, and finds no idle P, takes one of those that stay with C
   himself while sysmon sleeps (cgo__take_still): else every other of two threads that call back
   now and then would wait for two more to wake up.

   Rejected: to take each lent P after 10 ms and make it idle, as Go does.  Work that comes later
   finds it there, without sysmon; but each call that takes long, which is all that many programs
   do, costs a membarrier, a slow way back, and a wakeup of sysmon.  And to let who makes
   work wait take the P from C: it holds the lock of a channel, mostly, and would have
   every thread interrupted meanwhile.

   It also sends signals on channels (api/notify.c): a handler may wake it.

   A preemption is asked for in three places: in the guard slot, so that the next
   stack check fails (grow.c); in the resume slot, from which the guard slot is filled
   when C returns; and in m->retake, at which the slower ways back from C look.  The
   slots are changed by compare-and-swap from a value that is not zero: the thread may
   just have gone to a system stack, where the guard slot must stay zero.  Who has not heard
   by the next tick gets a signal, if there is code that was compiled for that (async.c).

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"
#include "sched/proc.h"
#include "sched/schedtrace.h"
#include "sched/chaos.h"
#include "sched/signal.h"
#include "base/sys.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>

enum
{
  TICK_MIN = 20 * 1000,
  TICK_MAX = 10 * 1000 * 1000,
  QUIET_TICKS = 50,		/* before the tick grows */
  ASK_MAX = 1000 * 1000 * 1000,	/* between two looks for a deadlock */
  SLICE = 10 * 1000 * 1000	/* what a goroutine may run */
};

/* When the thread wakes by itself; who arms an earlier timer wakes it.  */
static _Atomic int64_t wakes_at;

static bool
waits (void)
{
  /* Relaxed: see stand_by.  */
  return atomic_load_explicit (&cgo__sched.sysmonwait, memory_order_relaxed) & CGO__SYSMON_WAITS;
}

/* Lock held, or nobody else is there.  */
void
cgo__sysmon_set_wait (bool wait)
{
  atomic_store_explicit (&cgo__sched.sysmonwait, (wait ? CGO__SYSMON_WAITS : 0)
			 | (cgo__sched.fenced ? CGO__SYSMON_FENCED : 0), memory_order_relaxed);
}

void
cgo__sysmon_wake (void)
{
  /* Flag and lists are under cgo__sched.lock.  */
  if (waits ())
    {
      cgo__sysmon_set_wait (false);
      cgo__note_wake (&cgo__sched.sysmonnote);
    }
}

void
cgo__sysmon_wake_slow (void)
{
  /* Full fence: our store to a queue before our load of the flag.  Pairs with the one in
     stand_by, which is no membarrier then.  */
  if (cgo__sched.fenced)
    atomic_thread_fence (memory_order_seq_cst);
  if (!waits ())
    return;
  cgo__lock (&cgo__sched.lock);
  cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
}

void
cgo__sysmon_timer (int64_t when)
{
  /* Full fence: our timer before our load of wakes_at.  Pairs with the one in nap.  */
  atomic_thread_fence (memory_order_seq_cst);
  if (when < atomic_load_explicit (&wakes_at, memory_order_relaxed))
    cgo__note_wake (&cgo__sched.sysmonnote);
}

static bool
somebody_free (void)
{
  return atomic_load_explicit (&cgo__sched.nmspinning, memory_order_relaxed)
	 + atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed) > 0;
}

/* Asks for a preemption in SLOT, unless it holds one of the two values that stay.  */
static void
ask (_Atomic uintptr_t *slot)
{
  /* Relaxed: nothing is passed on with it.  */
  uintptr_t v = atomic_load_explicit (slot, memory_order_relaxed);
  if (v != (uintptr_t) CGO_GUARD_PREEMPT && v != CGO_GUARD_SYSTEM)
    atomic_compare_exchange_strong_explicit (slot, &v, (uintptr_t) CGO_GUARD_PREEMPT,
					     memory_order_relaxed,
					     memory_order_relaxed);
}

/* The resume slot first: M may just be filling the other from it.  */
void
cgo__ask_to_yield (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  if (m->p)
    atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_PREEMPT,
			      memory_order_relaxed);
  if (m->p && m->slots)
    {
      ask (&m->slots->resume);
      ask (&m->slots->guard);
    }
  cgo__unlock (&m->lock);
}

/* The P that M has, if any.  It may be gone the next moment; Ps live for ever.  */
static struct cgo__p *
p_of (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  struct cgo__p *p = m->p;
  cgo__unlock (&m->lock);
  return p;
}

/* What one look at all Ms is about, and finds.  */
struct look
{
  int64_t now;
  bool waits;			/* work, for any P */
  int still;			/* Ps that are where they were, with C, and not wanted */
};

/* One look at M.  True if its P was taken, or there is reason to look again soon.  */
static bool
look_at (struct cgo__m *m, struct look *look)
{
  int64_t now = look->now;
  struct cgo__p *p = p_of (m);
  if (!p)
    return false;
  uint32_t tick = atomic_load_explicit (&p->tick, memory_order_relaxed);
  if (p->tickseen != tick)
    {
      p->tickseen = tick;
      p->tickwhen = now;
      p->asked = false;
    }
  /* Acquire: pairs with the M's plain increments, releases on x86.  */
  uint64_t sys = atomic_load_explicit (&m->sys, memory_order_acquire);
  /* Whoever should have woken an M for that work may have seen one spin that found no
     P (cgo__wakep); with nobody idle this does nothing.  */
  if (cgo__work_waits (p))
    cgo__wakep ();
  if (!(sys & 1))
    {
      if ((now - p->tickwhen >= SLICE && cgo__work_waits (p)) || cgo__chaos (8))
	{
	  cgo__ask_to_yield (m);
	  p->tickwhen = now;
	  p->asked = cgo__async_p ();
	  return p->asked;
	}
      if (p->asked)
	{
	  p->asked = false;
	  if (atomic_load_explicit (&m->retake, memory_order_relaxed) & CGO_RETAKE_PREEMPT)
	    cgo__async_ask (m);
	}
      return false;
    }
  if (cgo__chaos (2))
    return cgo__retake (m, sys);
  if (m->sysseen != sys)
    {
      m->sysseen = sys;
      /* Short calls, one after the other, each over before we look again, also get no more
	 than a slice: C that calls back all the time would keep the P for ever.  It may be
	 back before the fence of a retake is over, each time; then it gives the P up itself,
	 at its next way out of C or back.  */
      if (now - p->tickwhen < SLICE || !cgo__work_waits (p))
	return false;
      if (cgo__retake (m, sys))
	return true;
      cgo__ask_to_yield (m);
      return false;
    }
  /* In C for a whole tick.  Leave the P where it is while nobody wants it.  What waits for
     another P than this is for those that are free.  */
  if (cgo__work_waits (p) || (look->waits && !somebody_free ()))
    return cgo__retake (m, sys);
  CGO__POST (m->stillsys, sys);
  look->still++;
  return false;
}

/* A P that sysmon found with C that had been there for a tick, and that is there still; or null.
   By who wants one, is not served, and does not hold the lock.  If sysmon is awake it is up to
   sysmon.  */
struct cgo__p *
cgo__take_still (void)
{
  if (!waits ())
    return NULL;
  struct cgo__m *m = atomic_load_explicit (&cgo__sched.allm, memory_order_acquire);
  for (; m; m = m->alllink)
    {
      /* Acquire: as in look_at.  */
      uint64_t sys = atomic_load_explicit (&m->sys, memory_order_acquire);
      struct cgo__p *p = (sys & 1) && CGO__PEEK (m->p) && CGO__PEEK (m->stillsys) == sys
			 ? cgo__take_lent (m, sys) : NULL;
      if (p)
	return p;
    }
  return NULL;
}

static bool
look_at_all (struct look *look)
{
  bool any = false;
  look->now = cgo__nanotime ();
  look->waits = cgo__work_anywhere ();
  look->still = 0;
  struct cgo__m *m = atomic_load_explicit (&cgo__sched.allm,
					   memory_order_acquire);
  for (; m; m = m->alllink)
    any |= look_at (m, look);
  return any;
}

/* Sleeps until UNTIL, an earlier timer, or a wakeup: then true.  */
static bool
nap (int64_t now, int64_t until)
{
  atomic_store_explicit (&wakes_at, until, memory_order_relaxed);
  /* Full fence: the store before the look whether there are timers.  Pairs with the
     one in cgo__sysmon_timer.  */
  atomic_thread_fence (memory_order_seq_cst);
  int64_t next = cgo__timers_run (now);	/* again, after the store */
  /* After the fence, too: pairs with api/notify.c, whose wakeup a cgo__note_clear may have
     undone.  */
  void (*send) (void) = atomic_load_explicit (&cgo__signals_send, memory_order_acquire);
  if (send)
    send ();
  bool woken = cgo__note_sleep (&cgo__sched.sysmonnote, next < until ? next : until);
  cgo__note_clear (&cgo__sched.sysmonnote);
  return woken;
}

/* Whether all Ps are idle; then the next cgo__pidle_get wakes us.  *AGAIN: is this a
   deadlock?  Ask again later.  */
static bool
all_idle (bool *again)
{
  cgo__lock (&cgo__sched.lock);
  bool idle = atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed)
	      == cgo__np ();
  *again = idle && cgo__checkdead ();
  cgo__sysmon_set_wait (idle);
  if (idle)
    atomic_store_explicit (&cgo__coarse, 0, memory_order_relaxed);
  cgo__unlock (&cgo__sched.lock);
  return idle;
}

/* From now on who makes work wait wakes us, also from a nap.  False if some waits already.  */
static bool
stand_by (void)
{
  cgo__lock (&cgo__sched.lock);
  cgo__sysmon_set_wait (true);
  cgo__unlock (&cgo__sched.lock);
  /* Full fence: our store to the flag before our loads of the queues.  Pairs with those in
     cgo__wakep and cgo__sysmon_wake_slow; the membarrier is for cgo__wakep with one P.  */
  if (cgo__sched.fenced)
    atomic_thread_fence (memory_order_seq_cst);
  else
    cgo__sys_membarrier_private_expedited ();
  /* Under the lock, as else a goroutine could just go from a queue to the global one.  */
  cgo__lock (&cgo__sched.lock);
  bool work = cgo__work_anywhere ();
  if (work)
    cgo__sysmon_set_wait (false);
  cgo__unlock (&cgo__sched.lock);
  return !work;
}

/* STILL Ps are with C and not wanted.  Until when to sleep: until NEXT, if the others are idle;
   else until the end of the tick.  */
static int64_t
rest (int still, int64_t next, int64_t tick_over)
{
  /* Relaxed: a guess.  */
  int idle = atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed);
  bool all = idle + still >= cgo__np ();
  /* Who finds an idle one does not need us.  */
  if (!(all || idle == 0) || !stand_by () || !all)
    return next < tick_over ? next : tick_over;
  atomic_store_explicit (&cgo__coarse, 0, memory_order_relaxed);
  return next;
}

static void *
sysmon (void *arg)
{
  (void) arg;
  int64_t tick = TICK_MIN, ask = TICK_MAX;
  int quiet = 0;
  bool again;
  struct look look = { .still = 0 };
  for (;;)
    {
      int64_t now = cgo__nanotime ();
      atomic_store_explicit (&cgo__coarse, now, memory_order_relaxed);
      int64_t next = cgo__schedtrace (now, cgo__timers_run (now));
      cgo__newm_asked ();
      if (all_idle (&again))
	{
	  nap (now, again && now + ask < next ? now + ask : next);
	  ask = again && 2 * ask < ASK_MAX ? 2 * ask : again ? ASK_MAX : TICK_MAX;
	  tick = TICK_MIN;
	  quiet = 0;
	  look.still = 0;
	  continue;
	}
      ask = TICK_MAX;
      if (CGO__UNLIKELY (cgo__debug.chaos))
	tick = TICK_MIN << cgo__chaos_below (9);
      int64_t until = next < now + tick ? next : now + tick;
      bool rests = look.still && (quiet > QUIET_TICKS || cgo__chaos (4));
      if (rests)
	until = rest (look.still, next, now + tick);
      bool woken = nap (now, until);
      if (look_at_all (&look) || (woken && rests))
	{
	  tick = TICK_MIN;
	  quiet = 0;
	}
      else if (++quiet > QUIET_TICKS && tick < TICK_MAX)
	tick = 2 * tick < TICK_MAX ? 2 * tick : TICK_MAX;
    }
  return NULL;
}

static void
start (void)
{
  sigset_t old;
  cgo__block_signals (&old);
  cgo__m_mask (&old);
  pthread_attr_t a;
  pthread_attr_init (&a);
  pthread_attr_setdetachstate (&a, PTHREAD_CREATE_DETACHED);
  pthread_t t;
  int err = pthread_create (&t, &a, sysmon, NULL);
  pthread_attr_destroy (&a);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  cgo__signal_libc ();
  if (err)
    cgo__die ("cannot create a thread (%s); raise RLIMIT_NPROC or the memory"
	      " limit", strerror (err));
}

void
cgo__sysmon_start (void)
{
  /* Acq_rel: one caller starts it.  */
  if (atomic_exchange_explicit (&cgo__sched.sysmon, true, memory_order_acq_rel))
    return;
  int err = errno;
  cgo__tsan_ignore_begin ();
  start ();
  cgo__tsan_ignore_end ();
  errno = err;
}
