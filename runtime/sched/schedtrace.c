/* schedtrace.c - CGODEBUG=schedtrace=1000: what the scheduler has and does, each 1000 ms.

     SCHED 1004ms: gomaxprocs=2 idleprocs=1 threads=5 spinningthreads=0 idlethreads=3
     runqueue=0 [0 2] incalls=1 wakes=718 goroutines=9

   (one line).  Up to the bracket it is Go's, so that what reads Go's reads this.  The numbers in
   the bracket are the lengths of the run queues of the Ps.  Ours are: threads that are in C for a
   goroutine, how often a thread was woken by the kernel until now, and goroutines.

   sysmon prints it, which needs no P; it is started at once then, and wakes for this alone when
   all else sleeps.  The last line is printed at exit.  All is counted anyway, or at a place where
   a system call is made, so that a program without the setting does not pay.

   SPDX-License-Identifier: MIT  */

#include "sched/schedtrace.h"
#include "base/format.h"

#include <stdlib.h>

enum { MS = 1000 * 1000 };

/* When the runtime started, and when the next line is due: sysmon's.  */
static int64_t started, due;

/* Goroutines on P's queue; runnext counts.  Relaxed: a guess, it changes all the time.  */
static uint32_t
queued (struct cgo__p *p)
{
  uint32_t n = atomic_load_explicit (&p->tail, memory_order_relaxed)
	       - atomic_load_explicit (&p->head, memory_order_relaxed);
  if (n > CGO__RUNQ)		/* the two are not of one moment */
    n = 0;
  return n + (atomic_load_explicit (&p->runnext, memory_order_relaxed) != NULL);
}

/* Threads that run C for a goroutine.  That of a foreign thread outside of callbacks does not
   count: what it runs is its own.  */
static int
in_calls (void)
{
  int n = 0;
  /* Acquire: pairs with the release in cgo__m_alloc.  */
  struct cgo__m *m = atomic_load_explicit (&cgo__sched.allm, memory_order_acquire);
  for (; m; m = m->alllink)
    if (CGO__PEEK (m->curg) && (!CGO__PEEK (m->foreign) || cgo__peek_depth (m))
	&& (atomic_load_explicit (&m->sys, memory_order_relaxed) & 1))
      n++;
  return n;
}

static void
print (int64_t now)
{
  struct cgo__sched *s = &cgo__sched;
  char line[16384];
  size_t n, size = sizeof line - 128;
  int np = cgo__np ();
  cgo__lock (&s->lock);
  int threads = s->nm, idle = s->nmidle;
  uint32_t global = s->runq.n;
  cgo__unlock (&s->lock);
  n = cgo__format (line, size, "SCHED %jdms: gomaxprocs=%d idleprocs=%d threads=%d"
		   " spinningthreads=%d idlethreads=%d runqueue=%u [",
		   (now - started) / MS, np,
		   atomic_load_explicit (&s->npidle, memory_order_relaxed), threads,
		   atomic_load_explicit (&s->nmspinning, memory_order_relaxed), idle, global);
  for (int i = 0; i < np; i++)
    n += cgo__format (line + n, size - n, "%s%u", i ? " " : "", queued (s->allp[i]));
  n += cgo__format (line + n, sizeof line - n, "] incalls=%d wakes=%ju goroutines=%d\n",
		    in_calls (), cgo__wakes (),
		    cgo__ng ());
  cgo__print_n (line, n);
}

int64_t
cgo__schedtrace_due (int64_t now, int64_t next)
{
  int64_t period = (int64_t) cgo__debug.schedtrace * MS;
  if (now >= due)
    {
      print (now);
      /* Lines that were missed are not made up for.  */
      due += ((now - due) / period + 1) * period;
    }
  return due < next ? due : next;
}

static void
last (void)
{
  print (cgo__nanotime ());
}

void
cgo__schedtrace_init (void)
{
  if (!cgo__debug.schedtrace)
    return;
  started = cgo__nanotime ();
  due = started + (int64_t) cgo__debug.schedtrace * MS;
  atexit (last);
  cgo__sysmon_need ();
}
