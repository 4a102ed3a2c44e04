/* fork.c - the child of a fork goes on with the goroutine that forked, alone.

   The other threads are gone in the child, and with them whatever they were in the
   middle of: locks stay held, lists may be half changed.  So nothing of theirs is
   kept.  All run queues, caches and timers are emptied, all goroutines but the one
   that forked are dead and wait for nothing any more, every P but ours is idle, and
   sysmon is started again when there is something to watch: a child that execs at
   once never pays for it.

   What cannot be helped is an object another thread had locked at that moment, a
   channel in the middle of a send: as with a mutex under pthreads, the child should
   use its own.

   SPDX-License-Identifier: MIT  */

#include "sched/callstats.h"
#include "sched/gfree.h"
#include "sched/waitq.h"
#include "base/sys.h"
#include "base/tools.h"

#include <pthread.h>
#include <string.h>

/* libc gives the stacks of threads that are gone to new ones, and does not clear these two words:
   a start routine's first check would find the guard of a goroutine.  Relaxed: there is one
   thread.  */
static void
reset_slots (struct cgo__slots *slots)
{
  atomic_store_explicit (&slots->resume, CGO_GUARD_SYSTEM, memory_order_relaxed);
  atomic_store_explicit (&slots->guard, CGO_GUARD_SYSTEM, memory_order_relaxed);
}

static void
forget_ms (struct cgo__m *me)
{
  struct cgo__m *m = atomic_load_explicit (&cgo__sched.allm,
					   memory_order_relaxed);
  for (; m; m = m->alllink)
    {
      memset (&m->lock, 0, sizeof m->lock);
      if (m != me && m->slots)
	reset_slots (m->slots);
    }
  if (me)
    {
      me->alllink = NULL;
      me->back = NULL;		/* it is the initial thread now */
      /* Relaxed: there is one thread.  Signals that are pending stay with the parent.  */
      atomic_store_explicit (&me->async, false, memory_order_relaxed);
      me->tid = cgo__sys_gettid ();
    }
  atomic_store_explicit (&cgo__sched.allm, me, memory_order_relaxed);
  cgo__sched.midle = cgo__sched.mfree = cgo__sched.mnew = NULL;
  cgo__sched.nmidle = cgo__sched.nmlocked = 0;
  cgo__sched.nm = me != NULL;
  cgo__sched.nmforeign = me && me->foreign;
}

/* The thread of MINE is the child's initial one.  If it does not run main, main has ended as by
   pthread_exit: the child goes on until its last goroutine has ended, and ends well.  */
static void
forget_main (struct cgo__g *mine)
{
  if (mine && mine == cgo__sched.maing)
    return;
  cgo__sched.maing = mine && mine->foreign ? mine : NULL;
  cgo__sched.mainstate = CGO__MAIN_LEFT;
}

/* Its timer is forgotten, too.  */
static void
stop_waiting (struct cgo__g *g)
{
  struct cgo__waiter *w = &g->waiter;
  if (w->queued && w->queue)
    cgo__waitq_remove (w->queue, w);
  w->queued = false;
  g->timer.index = 0;
  g->timer.fn = NULL;
}

static void
forget_gs (struct cgo__g *mine)
{
  struct cgo__g *g = atomic_load_explicit (&cgo__sched.allg,
					   memory_order_relaxed);
  for (; g; g = g->allnext)
    if (g != mine)
      {
	atomic_store_explicit (&g->status, CGO__DEAD, memory_order_relaxed);
	stop_waiting (g);
      }
  memset (&cgo__sched.runq, 0, sizeof cgo__sched.runq);
  cgo__gfree_forget_all ();
  /* Relaxed: there is no other thread.  */
  atomic_store_explicit (&cgo__sched.held, NULL, memory_order_relaxed);
  atomic_store_explicit (&cgo__sched.runqsize, 0, memory_order_relaxed);
  atomic_store_explicit (&cgo__sched.begun, mine != NULL, memory_order_relaxed);
  atomic_store_explicit (&cgo__sched.ended, 0, memory_order_relaxed);
}

static void
forget_ps (struct cgo__p *mine)
{
  for (int i = atomic_load_explicit (&cgo__sched.npmade, memory_order_relaxed) - 1; i >= 0; i--)
    {
      atomic_store_explicit (&cgo__sched.allp[i]->begun, 0, memory_order_relaxed);
      atomic_store_explicit (&cgo__sched.allp[i]->ended, 0, memory_order_relaxed);
    }
  cgo__sched.pidle = NULL;
  atomic_store_explicit (&cgo__sched.npidle, 0, memory_order_relaxed);
  for (int i = cgo__np () - 1; i >= 0; i--)
    {
      struct cgo__p *p = cgo__sched.allp[i];
      atomic_store_explicit (&p->head, 0, memory_order_relaxed);
      atomic_store_explicit (&p->tail, 0, memory_order_relaxed);
      atomic_store_explicit (&p->runnext, NULL, memory_order_relaxed);
      memset (&p->segs, 0, sizeof p->segs);
      cgo__gfree_forget (p);
      if (p != mine)
	cgo__pidle_put (p);
    }
}

static void
child (void)
{
  struct cgo__m *me = __cgo_tls.m;
  cgo__tools.threads = 0;
  memset (&cgo__sched.lock, 0, sizeof cgo__sched.lock);
  cgo__sysmon_set_wait (false);
  atomic_store_explicit (&cgo__sched.nmspinning, 0, memory_order_relaxed);
  atomic_store_explicit (&cgo__sched.stopping, 0, memory_order_relaxed);
  cgo__note_clear (&cgo__sched.stopnote);
  cgo__seg_forget ();
  cgo__timers_forget ();
  cgo__callstats_forget ();
  forget_main (me ? me->curg : NULL);
  forget_ms (me);
  forget_gs (me ? me->curg : NULL);
  forget_ps (me ? me->p : NULL);
  cgo__note_clear (&cgo__sched.sysmonnote);
  atomic_store_explicit (&cgo__coarse, 0, memory_order_relaxed);
  atomic_store_explicit (&cgo__sched.sysmon, false, memory_order_relaxed);
}

void
cgo__fork_init (void)
{
  pthread_atfork (NULL, NULL, child);
}
