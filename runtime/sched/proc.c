/* proc.c - the scheduler: what runs next, and how a goroutine stops running.

   schedule () picks a goroutine and runs it: from its P's queue, every 61st time
   from the global queue first, so that neither starves; when both are empty it
   becomes a spinning M and steals half of another P's queue; when nothing is found
   it gives its P up and sleeps (m.c).

   Wakeups.  Who makes a goroutine runnable wakes one more M if a P is idle and
   nobody spins: one is enough, for a spinning M that finds work wakes the next.
   A wakeup cannot be lost: the waker puts the goroutine on a queue, then looks
   for spinners; the last spinner stops being one, then looks at all queues once
   more.  Both have a full fence in between.  Who counted as a spinner but found no P to
   spin with is none from then on, under the lock.

   Everything here runs on g0 (or a foreign thread's stack), never on a goroutine's.  A
   goroutine that stops in a cgo_ call leaves its M without one, and when the function behind
   that call has returned, the call's stub asks cgo__next () for another (arch/x86_64/api.S).
   Everybody else calls cgo__schedule (), which never returns: its frame is dropped when the
   goroutine goes on.

   SPDX-License-Identifier: MIT  */

#include "sched/chaos.h"
#include "sched/fiber.h"
#include "base/sys.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct cgo__sched cgo__sched;

/* ---- Stopping to run ---- */

static struct cgo__ctx *
copy_ctx (const struct cgo__ctx *from)
{
  /* Relaxed: this thread has found it set.  */
  size_t size = atomic_load_explicit (&cgo__ctx_size, memory_order_relaxed);
  struct cgo__ctx *c = aligned_alloc (64, size);
  if (!c)
    cgo__fatal ("out of memory for a preempted goroutine's registers");
  cgo__tsan_ignore_begin ();
  memcpy (c, from, size);
  cgo__tsan_ignore_end ();
  return c;
}

/* The registers of G are kept; its stack pointer is SP, and AT as for cgo__leave.  */
static inline void
left (struct cgo__m *m, struct cgo__g *g, uintptr_t at, uintptr_t sp)
{
  g->err = *m->errnop;
  cgo__fp_stop (m);
  cgo__border_stop (m, g, at);
  if (CGO__UNLIKELY (g->blocks != NULL))
    cgo__alloca_stop (g, sp);
  bool locked = cgo__g_locked (g, m);
  CGO__POST (g->lockedm, locked ? m : NULL);
  m->lockedg = locked ? g : NULL;
  m->api = 0;
  CGO__POST (m->curg, NULL);
  CGO__POST (g->m, NULL);
  cgo__fiber_stop (m, g);
}

/* The same in a cgo_ call, that is to return then.  */
static inline void
leave_api (struct cgo__m *m, struct cgo__g *g)
{
  g->sp = m->callsp;
  left (m, g, g->sp, g->sp);
  g->mxcsr = m->mxcsr;
  g->fcw = m->fcw;
}

void
cgo__leave (struct cgo__g *g, struct cgo__ctx *ctx, uintptr_t at)
{
  int err = errno;
  g->ctx = copy_ctx (ctx);
  g->sp = 0;
  errno = err;
  left (__cgo_tls.m, g, at, cgo__ctx_sp (ctx));
}

static void
to_global (struct cgo__g *g)
{
  cgo__set_runnable (g);
  cgo__lock (&cgo__sched.lock);
  cgo__globrunq_put (g);
  cgo__unlock (&cgo__sched.lock);
}

_Noreturn void
cgo__yield (struct cgo__g *g, struct cgo__ctx *ctx)
{
  cgo__leave (g, ctx, 0);
  to_global (g);
  cgo__schedule ();
}

_Noreturn void
cgo__yield_async (struct cgo__g *g, struct cgo__async *a, uintptr_t sp)
{
  struct cgo__m *m = __cgo_tls.m;
  g->async = a;
  g->sp = 0;
  left (m, g, 0, sp);
  to_global (g);
  cgo__schedule ();
}

void
cgo__yield_api (struct cgo__g *g, bool local)
{
  struct cgo__m *m = __cgo_tls.m;
  leave_api (m, g);
  if (CGO__UNLIKELY (!local || g->lockedm))
    {
      to_global (g);
      return;
    }
  cgo__set_runnable (g);
  cgo__runq_put (m->p, g, false);
}

void
cgo__park (struct cgo__g *g, const char *reason, struct cgo__lock *lock)
{
  CGO__POST (g->reason, reason);
  CGO__POST (g->since, cgo__coarsetime ());
  leave_api (__cgo_tls.m, g);
  /* Release: whoever readies g, under the lock, sees it parked.  */
  atomic_store_explicit (&g->status, CGO__WAITING, memory_order_release);
  if (lock)
    cgo__unlock (lock);
}

/* ---- Becoming runnable ---- */

void
cgo__wakep (void)
{
  if (cgo__chaos (16))
    cgo__chaos_delay ();
  if (cgo__np () == 1
      && atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed) == 0)
    {
      cgo__sysmon_work ();
      return;
    }
  /* Full fence: our store to a queue before our loads of npidle and nmspinning.
     Pairs with the fence in stop_spinning.  */
  atomic_thread_fence (memory_order_seq_cst);
  int none = 0;
  if (atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed) == 0
      || !atomic_compare_exchange_strong_explicit
	   (&cgo__sched.nmspinning, &none, 1, memory_order_seq_cst,
	    memory_order_relaxed))
    {
      cgo__sysmon_work ();
      return;
    }
  cgo__lock (&cgo__sched.lock);
  struct cgo__p *p = cgo__pidle_get ();
  if (!p)
    {
      /* Under the lock: as long as we are counted nobody else wakes an M, so that must end
	 before a P becomes idle.  Who idles one then looks at the global queue.  And a foreign
	 thread may have taken the P, with sysmon asleep.  Seq_cst, as all of nmspinning.  */
      atomic_fetch_sub_explicit (&cgo__sched.nmspinning, 1, memory_order_seq_cst);
      cgo__sysmon_wake ();
    }
  cgo__unlock (&cgo__sched.lock);
  if (p)
    cgo__startm (p, true);
}

void
cgo__ready_on (struct cgo__p *p, struct cgo__g *g, bool next)
{
  cgo__fiber_ready (g);
  if (CGO__UNLIKELY (cgo__debug.chaos))
    {
      next ^= cgo__chaos (4);
      p = cgo__chaos (4) ? NULL : p;
    }
  if (CGO__LIKELY (p != NULL))
    {
      cgo__set_runnable (g);
      cgo__runq_put (p, g, next);
    }
  else
    to_global (g);
  cgo__wakep ();
}

void
cgo__ready_g (struct cgo__g *g, bool next)
{
  struct cgo__m *m = __cgo_tls.m;
  /* Relaxed: only a fork makes a goroutine dead that somebody may wake.  */
  if (CGO__UNLIKELY (atomic_load_explicit (&g->status, memory_order_relaxed)
		     == CGO__DEAD))
    return;
  cgo__ready_on (cgo__m_owns_p (m) ? m->p : NULL, g, next);
}

void
cgo__ready (struct cgo__g *g, intptr_t ret, int err)
{
  g->ret = ret;
  if (err)
    g->err = err;
  CGO__POST (g->reason, NULL);
  cgo__ready_g (g, true);
}

/* ---- Running ---- */

_Noreturn static void
resume_ctx (struct cgo__m *m, struct cgo__g *g)
{
  struct cgo__ctx *from = g->ctx;
  size_t size = atomic_load_explicit (&cgo__ctx_size, memory_order_relaxed);
  uintptr_t at = (uintptr_t) __builtin_alloca (size + 64);
  struct cgo__ctx *to = (struct cgo__ctx *) ((at + 63) & -(uintptr_t) 64);
  cgo__tsan_ignore_begin ();
  memcpy (to, from, size);
  free (from);
  cgo__tsan_ignore_end ();
  g->ctx = NULL;
  m->api = 0;
  errno = g->err;
  cgo__gogo_ctx (to);
}

/* Acquire: pairs with the release when the walk is over; so does that of cgo__execute.  */
__attribute__ ((cold, noinline)) static void
wait_while_held (struct cgo__g *g)
{
  while (atomic_load_explicit (&cgo__sched.held, memory_order_acquire) == g)
    cgo__sys_sched_yield ();
}

/* G is what M runs from now on: its stack pointer is returned, and with it in place all is as
   where it stopped.  If that was not in a cgo_ call it goes on from here.  */
static inline uintptr_t
run (struct cgo__m *m, struct cgo__g *g)
{
  cgo__fiber_run (g);
  CGO__POST (m->curg, g);
  CGO__POST (g->m, m);
  /* A traceback that holds G has every thread execute a fence before it looks, so only the
     compiler needs to be told the order; without membarrier the fence is here.  Release: pairs
     with the acquire of a report, which may not have seen it runnable.  */
  atomic_store_explicit (&g->status, CGO__RUNNING, memory_order_release);
  atomic_signal_fence (memory_order_seq_cst);
  if (CGO__UNLIKELY (cgo__sched.fenced))
    atomic_thread_fence (memory_order_seq_cst);
  if (CGO__UNLIKELY (atomic_load_explicit (&cgo__sched.held, memory_order_acquire) == g))
    wait_while_held (g);
  if (CGO__UNLIKELY (cgo__debug.chaos))
    cgo__chaos_slice (m, g);
  if (g->ctx)
    resume_ctx (m, g);
  if (CGO__UNLIKELY (g->async != NULL))
    cgo__async_resume (m, g);
  if (CGO__UNLIKELY (m->mxcsr != g->mxcsr))
    __asm__ volatile ("ldmxcsr %0" : : "m" (g->mxcsr));
  if (CGO__UNLIKELY (m->fcw != g->fcw))
    __asm__ volatile ("fldcw %0" : : "m" (g->fcw));
  *m->errnop = g->err;
  return g->sp;
}

_Noreturn void
cgo__execute (struct cgo__m *m, struct cgo__g *g)
{
  uintptr_t sp = run (m, g);
  cgo__gogo (sp, g->ret, m);
}

/* ---- Finding something to run ---- */

static struct cgo__g *
steal (struct cgo__p *p)
{
  int np = cgo__np ();
  for (int round = 0; round < 4; round++)
    {
      p->rand = p->rand * 1664525 + 1013904223;
      unsigned start = (p->rand >> 8) % np;
      for (int i = 0; i < np; i++)
	{
	  struct cgo__p *from = cgo__sched.allp[(start + i) % np];
	  if (from == p)
	    continue;
	  struct cgo__g *g = cgo__runq_steal (p, from, round == 3);
	  if (g)
	    return g;
	}
    }
  return NULL;
}

static struct cgo__g *
from_global (struct cgo__p *p, uint32_t max)
{
  if (!atomic_load_explicit (&cgo__sched.runqsize, memory_order_relaxed))
    return NULL;
  cgo__lock (&cgo__sched.lock);
  struct cgo__g *g = cgo__globrunq_get (p, max);
  cgo__unlock (&cgo__sched.lock);
  return g;
}

/* A P that may have work for somebody, taken off the idle list; or null.  */
static struct cgo__p *
idle_p_if_work (void)
{
  bool work = atomic_load_explicit (&cgo__sched.runqsize,
				    memory_order_relaxed) != 0;
  for (int i = 0; i < cgo__np () && !work; i++)
    work = !cgo__runq_empty (cgo__sched.allp[i]);
  if (!work)
    return NULL;
  cgo__lock (&cgo__sched.lock);
  struct cgo__p *p = cgo__pidle_get ();
  /* A foreign thread may have taken the last, and sysmon sleep (sysmon.c).  */
  if (!p)
    cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
  return p;
}

/* This M has given up its P and found nothing.  If it was spinning: stop, and
   look once more.  True if it has a P again.  */
static bool
stop_spinning (struct cgo__m *m)
{
  if (!m->spinning)
    return false;
  m->spinning = false;
  /* Seq_cst, a full fence on x86: our leave before our loads of the queues.
     Pairs with the fence in cgo__wakep.  */
  atomic_fetch_sub_explicit (&cgo__sched.nmspinning, 1, memory_order_seq_cst);
  struct cgo__p *p = idle_p_if_work ();
  if (!p)
    return false;
  cgo__acquirep (m, p);
  m->spinning = true;
  atomic_fetch_add_explicit (&cgo__sched.nmspinning, 1, memory_order_seq_cst);
  return true;
}

static bool
may_spin (struct cgo__m *m)
{
  if (m->spinning)
    return true;
  int np = cgo__np ();
  int idle = atomic_load_explicit (&cgo__sched.npidle, memory_order_relaxed);
  int spin = atomic_load_explicit (&cgo__sched.nmspinning,
				   memory_order_relaxed);
  return np > 1 && 2 * spin < np - idle;
}

/* M, which has a P, gives it up if the world is to stop, until it is handed another.  */
static void
stop_if_asked (struct cgo__m *m)
{
  /* Relaxed: stop.c asks again.  */
  while (CGO__UNLIKELY (atomic_load_explicit (&cgo__sched.stopping, memory_order_relaxed)))
    cgo__stop_here (m);
}

/* Sleeps until there is something.  The M has a P when this returns.  */
__attribute__ ((cold, noinline)) static struct cgo__g *
find_runnable (struct cgo__m *m, bool *shares)
{
  for (;;)
    {
      stop_if_asked (m);
      struct cgo__p *p = m->p;
      struct cgo__g *g = cgo__runq_get (p, shares);
      if (!g)
	g = from_global (p, 0);
      if (!g && may_spin (m))
	{
	  if (!m->spinning)
	    {
	      m->spinning = true;
	      /* Pairs with cgo__wakep, as the decrement in findrunnable.  */
	      atomic_fetch_add_explicit (&cgo__sched.nmspinning, 1,
					 memory_order_seq_cst);
	    }
	  g = steal (p);
	}
      if (g)
	return g;
      cgo__lock (&cgo__sched.lock);
      g = cgo__globrunq_get (p, 0);
      if (!g)
	{
	  cgo__releasep (m);
	  cgo__pidle_put (p);
	}
      cgo__unlock (&cgo__sched.lock);
      if (g)
	return g;
      if (!stop_spinning (m))
	cgo__stopm ();
    }
}

static struct cgo__g *
pick (struct cgo__m *m)
{
  stop_if_asked (m);
  struct cgo__p *p = m->p;
  struct cgo__g *g = NULL;
  bool shares = false;
  if (atomic_load_explicit (&p->tick, memory_order_relaxed) % 61 == 0)
    g = from_global (p, 1);
  if (!g && CGO__UNLIKELY (cgo__debug.chaos))
    g = cgo__chaos_pick (p);
  if (!g)
    g = cgo__runq_get (p, &shares);
  if (!g)
    g = find_runnable (m, &shares);
  if (!shares)
    cgo__new_slice (m);
  if (m->spinning)
    {
      m->spinning = false;
      /* Seq_cst: as in stop_spinning.  We found work, so there may be more.  */
      atomic_fetch_sub_explicit (&cgo__sched.nmspinning, 1,
				 memory_order_seq_cst);
      cgo__wakep ();
    }
  return g;
}

/* The next that M runs; sleeps until there is one.  */
static inline struct cgo__g *
next (struct cgo__m *m)
{
  if (CGO__UNLIKELY (m->lockedg != NULL))
    {
      struct cgo__g *g = m->lockedg;
      cgo__stoplockedm ();
      cgo__new_slice (m);
      return g;
    }
  struct cgo__g *g = pick (m);
  while (CGO__UNLIKELY (g->lockedm != NULL))
    {
      cgo__startlockedm (g);
      g = pick (m);
    }
  return g;
}

_Noreturn static void
schedule (void)
{
  struct cgo__m *m = __cgo_tls.m;
  cgo__execute (m, next (m));
}

/* The frames on g0 belong to the goroutine that has stopped, and whose stack is next.  A machine
   that looks where malloc is called from must not walk up there: it begins anew.  */
_Noreturn void
cgo__schedule (void)
{
  if (CGO__UNLIKELY (cgo__tools.any))
    cgo__on_g0 (schedule, ((struct cgo__m *) __cgo_tls.m)->g0sp);
  schedule ();
}

uintptr_t
cgo__next (void)
{
  struct cgo__m *m = __cgo_tls.m;
  if (CGO__UNLIKELY (cgo__tools.any))
    cgo__schedule ();
  return run (m, next (m));
}
