/* stop.c - stopping the world, and changing the number of Ps.

   The world is stopped when no M but ours has a P.  A P can be in these places:

     idle		taken off the list at the beginning
     with an M in C	taken by the same protocol as sysmon does it (syscall.c)
     with an M that
     runs a goroutine	the goroutine is asked to stop as sysmon asks it (sysmon.c); the M
			comes to the scheduler, sees `stopping', and gives the P up
     in somebody's
     hand		it ends in one of the other places

   Each P that is given up while `stopping' is set counts stopwait down instead of becoming
   idle (cgo__pidle_put); who brings it to zero wakes us.  Until then all Ms are looked at
   again and again, at growing intervals: one that ran may be in C by now.  One goroutine that
   neither checks its stack nor calls C, and was not compiled to be stopped by a signal (async.c),
   makes us wait until it does.

   As no P is idle, whoever wants one waits in the usual ways: on the list of sleeping Ms, or
   with its goroutine on the global queue.  Restart hands Ps out where work is.

   Rejected: a flag on every M and one fence for all, kept until restart.  It saves a few
   system calls, at most one a P, and is a second protocol to prove.

   Only one thread can stop the world.  Another that wants to gives its own P up, which the
   first is waiting for, and tries again when the world has been restarted.

   SPDX-License-Identifier: MIT  */

#include "sched/gfree.h"
#include "base/sys.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { PAUSE_MIN = 20 * 1000, PAUSE_MAX = 1000 * 1000 };	/* nanoseconds */

static bool
stopping (void)
{
  /* Relaxed: decided under the lock.  */
  return atomic_load_explicit (&cgo__sched.stopping, memory_order_relaxed);
}

/* ---- Giving up a P ---- */

/* M looks for work no more.  Before its P is given up: restart wakes somebody to look at
   all queues, unless it sees that somebody does.  */
static void
no_spinning (struct cgo__m *m)
{
  if (!m->spinning)
    return;
  m->spinning = false;
  /* Seq_cst, as all of nmspinning.  */
  atomic_fetch_sub_explicit (&cgo__sched.nmspinning, 1, memory_order_seq_cst);
}

/* The world is to stop and M has a P.  Without one, M sleeps until it is handed one; if
   the world goes on already it keeps what it has.  */
void
cgo__stop_here (struct cgo__m *m)
{
  cgo__lock (&cgo__sched.lock);
  bool stop = stopping ();
  if (stop)
    {
      no_spinning (m);
      cgo__pidle_put (cgo__releasep (m));
    }
  cgo__unlock (&cgo__sched.lock);
  if (stop)
    cgo__stopm ();
}

/* A P that we wait for is with nobody any more.  Lock held.  */
void
cgo__p_stopped (void)
{
  if (--cgo__sched.stopwait == 0)
    cgo__note_wake (&cgo__sched.stopnote);
}

/* Somebody else stops the world.  */
static void
make_way (struct cgo__m *m, bool own)
{
  if (!own)
    {
      cgo__sys_futex_wait ((const uint32_t *) &cgo__sched.stopping, 1, NULL);
      return;
    }
  cgo__handoffp (cgo__releasep (m));
  cgo__exitsyscall_locked (m);
}

/* ---- Stop and go ---- */

/* False: somebody else was first, and is done now.  OWN: M is ours and runs with its P, which
   counts as stopped.  */
static bool
begin (struct cgo__m *m, bool own)
{
  struct cgo__sched *s = &cgo__sched;
  cgo__lock (&s->lock);
  bool first = !stopping ();
  if (first)
    {
      /* Relaxed: who sees it late is asked again, or counts under the lock.  */
      atomic_store_explicit (&s->stopping, 1, memory_order_relaxed);
      /* One too many, so that there is one to take away if nobody has a P.  */
      s->stopwait = cgo__np () - own + 1;
      while (cgo__pidle_get_quiet ())
	s->stopwait--;
      cgo__p_stopped ();
    }
  cgo__unlock (&s->lock);
  if (!first)
    make_way (m, own);
  return first;
}

/* AGAIN: who runs was asked before and has not heard.  */
static void
look_at_all (struct cgo__m *not, bool again)
{
  struct cgo__m *m = atomic_load_explicit (&cgo__sched.allm, memory_order_acquire);
  for (; m; m = m->alllink)
    {
      if (m == not)
	continue;
      /* Acquire: as in sysmon.c.  */
      uint64_t sys = atomic_load_explicit (&m->sys, memory_order_acquire);
      struct cgo__p *p = sys & 1 ? cgo__take_lent (m, sys) : NULL;
      if (!p)
	{
	  cgo__ask_to_yield (m);
	  if (again && cgo__async_p ())
	    cgo__async_ask (m);
	  continue;
	}
      cgo__lock (&cgo__sched.lock);
      cgo__pidle_put (p);
      cgo__unlock (&cgo__sched.lock);
    }
}

/* On return no other M has a P.  M: this thread's, or null.  */
static void
stop_the_world (struct cgo__m *m, bool own)
{
  while (!begin (m, own))
    ;
  int64_t pause = PAUSE_MIN;
  bool again = false;
  do
    {
      look_at_all (own ? m : NULL, again);
      again = true;
      pause = 2 * pause < PAUSE_MAX ? 2 * pause : PAUSE_MAX;
    }
  while (!cgo__note_sleep (&cgo__sched.stopnote, cgo__nanotime () + pause));
  cgo__note_clear (&cgo__sched.stopnote);
}

static void
start_the_world (struct cgo__m *m, bool own)
{
  struct cgo__sched *s = &cgo__sched;
  struct cgo__p *work = NULL;
  cgo__lock (&s->lock);
  atomic_store_explicit (&s->stopping, 0, memory_order_relaxed);
  for (int i = cgo__np () - 1; i >= 0; i--)
    {
      struct cgo__p *p = s->allp[i];
      if (own && p == m->p)
	continue;
      if (cgo__runq_empty (p))
	cgo__pidle_put (p);
      else
	{
	  p->link = work;
	  work = p;
	}
    }
  cgo__sysmon_wake ();
  cgo__unlock (&s->lock);
  cgo__sys_futex_wake ((const uint32_t *) &s->stopping, INT_MAX);
  while (work)
    {
      struct cgo__p *p = work;
      work = p->link;
      cgo__startm (p, false);
    }
  cgo__wakep ();
}

/* ---- The number of Ps ---- */

static struct cgo__p *
new_p (int id)
{
  struct cgo__p *p = aligned_alloc (64, (sizeof *p + 63) & -64);
  if (p)
    {
      memset (p, 0, sizeof *p);
      p->id = id;
      p->rand = id + 1;
    }
  return p;
}

/* Makes those that are missing of the first N.  The world is stopped, or has not begun.  */
bool
cgo__make_ps (int n)
{
  /* Relaxed: only we change it.  Release: who sees the number sees the Ps.  */
  for (int i = atomic_load_explicit (&cgo__sched.npmade, memory_order_relaxed); i < n; i++)
    {
      cgo__sched.allp[i] = new_p (i);
      if (!cgo__sched.allp[i])
	return false;
      atomic_store_explicit (&cgo__sched.npmade, i + 1, memory_order_release);
    }
  return true;
}

/* P will not be used until there are more again: what it has goes to all.  */
static void
retire (struct cgo__p *p)
{
  cgo__runq_to_global (p);
  cgo__gfree_drain (p);
  cgo__seg_drain (&p->segs);
}

static int
resize (struct cgo__m *m, bool own, int n)
{
  int old = cgo__np ();
  if (!cgo__make_ps (n))
    return -1;
  if (own && m->p->id >= n)
    {
      cgo__releasep (m);
      cgo__acquirep (m, cgo__sched.allp[0]);
    }
  for (int i = n; i < old; i++)
    retire (cgo__sched.allp[i]);
  /* Release: who sees the number sees the Ps; pairs with cgo__np.  */
  atomic_store_explicit (&cgo__sched.np, n, memory_order_release);
  return old;
}

int
cgo__procresize (int n)
{
  struct cgo__m *m = __cgo_tls.m;
  bool own = cgo__m_owns_p (m);
  stop_the_world (m, own);
  int old = resize (m, own, n);
  start_the_world (m, own);
  if (old < 0)
    errno = ENOMEM;
  return old;
}
