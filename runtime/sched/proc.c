/* proc.c - the scheduler: what runs next.

   schedule () picks a goroutine and runs it: from its P's queue, every 61st time
   from the global queue first, so that neither starves; when both are empty it
   becomes a spinning M and steals half of another P's queue; when nothing is found
   it gives its P up and sleeps (m.c).  How a goroutine stops is in leave.c, how one
   becomes runnable, and why no wakeup is lost, in ready.c.

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
     Pairs with the fence in cgo__wakep (ready.c).  */
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
	      /* Pairs with cgo__wakep, as the decrement in stop_spinning.  */
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
