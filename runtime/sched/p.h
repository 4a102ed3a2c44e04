/* p.h - a P, which is the right to run goroutine code, and what all Ps and Ms share.

   Lock order: the timers' lock, an object's lock (channel, mutex), cgo__sched.lock, m->lock.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_P_H
#define CGO_P_H 1

#include "sched/m.h"

#pragma GCC visibility push(hidden)

enum { CGO__RUNQ = 1024, CGO__GFREE = 128 };

struct cgo__p
{
  int id;
  _Atomic uint32_t tick;	/* one a time slice; written by the owner, relaxed:
				   sysmon only wants to see it change */
  uint32_t tickseen;		/* sysmon: tick when last looked at, */
  int64_t tickwhen;		/* and since when it has not changed, */
  bool asked;			/* and whether to stop, in this slice */
  struct cgo__p *link;		/* idle list */

  /* The run queue: runq.c.  head: any M, by compare-and-swap; tail and the slots
     between: the owner.  runnext: owner and thieves, by exchange.  */
  _Atomic uint32_t head;
  _Atomic uint32_t tail;
  _Atomic (struct cgo__g *) runq[CGO__RUNQ];
  _Atomic (struct cgo__g *) runnext;

  struct cgo__seg_cache segs;
  struct cgo__g *gfree;		/* dead goroutines, each with its first segment: gfree.c */
  uint32_t ngfree;
  struct cgo__g *gfull;		/* CGO__GFREE more, or null */
  uint64_t ids, idend;		/* goroutine numbers set apart for this P */
  _Atomic uint64_t begun, ended;	/* goroutines with this P: cgo__ng; the owner's */
  uint32_t rand;
};

/* ---- Global state ----------------------------------------------------- */

struct cgo__gqueue
{
  struct cgo__g *head, *tail;
  uint32_t n;
};

/* Bits of sysmonwait.  */
enum
{
  CGO__SYSMON_WAITS = 1,	/* sysmon is to be woken when work waits */
  CGO__SYSMON_FENCED = 2	/* never changes: no membarrier */
};

struct cgo__sched
{
  struct cgo__lock lock;	/* guards what follows up to `allp' */
  struct cgo__m *midle;		/* parked Ms */
  int nmidle;
  int nmlocked;			/* Ms waiting for their locked goroutine */
  int nm;			/* Ms that exist, free foreign ones not counted */
  int nmforeign;		/* of those, bound foreign threads */
  struct cgo__m *mfree;		/* Ms whose thread has ended */
  struct cgo__m *mnew;		/* Ms whose thread sysmon is to make, which peeks */
  struct cgo__p *pidle;
  struct cgo__gqueue runq;
  bool mainstarted;
  struct cgo__g *maing;		/* main's if that is goroutine code, else what the initial
				   thread was given by a callback; null before, and once it
				   has ended.  The initial thread, or main's goroutine,
				   writes it.  */
  enum { CGO__MAIN_RUNS, CGO__MAIN_LEFT, CGO__EXITING } mainstate;

  /* The first np are in use; the others are null or were.  Changed while the world is stopped
     (stop.c); an M without a P may look meanwhile.  */
  struct cgo__p *allp[CGO__MAXPROCS];
  _Atomic int npmade;		/* that are not null; only grows */
  _Atomic int np;
  _Atomic uint32_t stopping;	/* no P may become idle: stop.c; written under lock */
  int stopwait;			/* Ps that have yet to be given up; under lock */
  struct cgo__note stopnote;	/* there are none */

  _Atomic int npidle;		/* written under lock; read without */
  _Atomic int nmspinning;
  _Atomic uint32_t runqsize;	/* runq.n, to be read without the lock */
  _Atomic (struct cgo__m *) allm;
  _Atomic uint64_t nextid;
  _Atomic bool sysmon;		/* the thread runs */
  _Atomic uint32_t sysmonwait;	/* bits CGO__SYSMON_..., sysmon.c; written under lock */
  struct cgo__note sysmonnote;
  bool fenced;			/* no membarrier: see syscall.c */

  _Atomic (struct cgo__g *) allg;	/* pushed with compare-and-swap */
  _Atomic (struct cgo__g *) held;	/* its stack is being looked at, and who wants to run it
					   waits: hold.c */
  _Atomic uint64_t begun, ended;	/* goroutines without a P */
};
extern struct cgo__sched cgo__sched;

/* What each thread has.  The assembly finds the M of a goroutine sooner (CGO_M_SLOT).
   Exported, initial-exec: the assembly in libcgo_nonshared.a reads it.  */
struct cgo__tls
{
  struct cgo__m *m;		/* the M of this thread, or null */
};
CGO__ASSERT_OFFSET (struct cgo__tls, m, CGO_TLS_M);

#pragma GCC visibility push(default)
extern __thread struct cgo__tls __cgo_tls
  __attribute__ ((tls_model ("initial-exec")));
#pragma GCC visibility pop

/* Whether the thread of M runs with the P m->p: it has one, and has not lent it
   to C.  Only for the thread itself.  */
static inline bool
cgo__m_owns_p (struct cgo__m *m)
{
  /* If it is lent it may just be taken.  */
  return m && CGO__PEEK (m->p)
	 && !(atomic_load_explicit (&m->sys, memory_order_relaxed) & 1);
}

static inline int
cgo__np (void)
{
  /* Acquire: pairs with the release in stop.c; the Ps are there.  */
  return atomic_load_explicit (&cgo__sched.np, memory_order_acquire);
}

#pragma GCC visibility pop
#endif
