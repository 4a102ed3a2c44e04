/* ready.c - how a goroutine becomes runnable, and who is woken to run it.

   Who makes a goroutine runnable wakes one more M if a P is idle and
   nobody spins: one is enough, for a spinning M that finds work wakes the next.
   A wakeup cannot be lost: the waker puts the goroutine on a queue, then looks
   for spinners; the last spinner stops being one, then looks at all queues once
   more (proc.c).  Both have a full fence in between.  Who counted as a spinner but
   found no P to spin with is none from then on, under the lock.

   If no P is idle one may be lent to C, for sysmon to take, and sysmon may sleep:
   whoever leaves work behind without another M for it wakes that (sysmon.c).

   SPDX-License-Identifier: MIT  */

#include "sched/chaos.h"
#include "sched/fiber.h"

void
cgo__ready_global (struct cgo__g *g)
{
  cgo__set_runnable (g);
  cgo__lock (&cgo__sched.lock);
  cgo__globrunq_put (g);
  cgo__unlock (&cgo__sched.lock);
}

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
     Pairs with the fence in stop_spinning (proc.c).  */
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
    cgo__ready_global (g);
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
