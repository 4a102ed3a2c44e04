/* m.h - an M: a thread that runs goroutines while it has a P, or that of a C thread
   that calls back.  Who may change what stands beside each field; the files are m.c, thread.c,
   syscall.c and callback.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_M_H
#define CGO_M_H 1

#include <pthread.h>
#include <signal.h>
#include "arch/arch.h"
#include "sched/sched.h"

#pragma GCC visibility push(hidden)

/* m->sys begins with this where the way in is always to be the slow one.  */
#define CGO__SYS_SLOW ((uint64_t) 1 << 63)

/* Bits of m->cbslow.  */
enum
{
  CGO__CBSLOW_SIGNAL = 1	/* a signal handler runs on this M */
};

/* Two words of each thread, at CGO_RESUME_SLOT.  */
struct cgo__slots
{
  _Atomic uintptr_t resume, guard;
};
_Static_assert (offsetof (struct cgo__slots, guard)
		== CGO_GUARD_SLOT - CGO_RESUME_SLOT, "slots");

/* What a callback changes, as it was before; those of an M are an array, the innermost last.
   Not in the callback's frame: C that has been left by a jump may have overwritten that, or
   given the stack back that it was on.  */
struct cgo__cb
{
  uintptr_t bp;			/* of the callback's frame on the C stack */
  uintptr_t callsp, g0sp;
  struct cgo__seg *seg;
  uint64_t sys;
};

CGO__ASSERT_OFFSET (struct cgo__cb, bp, CGO_CB_BP);
CGO__ASSERT_OFFSET (struct cgo__cb, callsp, CGO_CB_CALLSP);
CGO__ASSERT_OFFSET (struct cgo__cb, g0sp, CGO_CB_G0SP);
CGO__ASSERT_OFFSET (struct cgo__cb, seg, CGO_CB_SEG);
CGO__ASSERT_OFFSET (struct cgo__cb, sys, CGO_CB_SYS);
_Static_assert (sizeof (struct cgo__cb) == CGO_CB_SIZE, "cgo__cb");

/* Of a stack of C's: the end is not part of it.  */
struct cgo__bounds
{
  uintptr_t lo, hi;
};

struct cgo__m
{
  /* Offsets known to the assembly: cgo/abi.h.  All but retake is written by the
     owner alone.  All before cbbase is one line of the cache.  */
  struct cgo__g *curg;
  _Atomic uint64_t sys;
  _Atomic uint32_t retake;	/* syscall.c says who sets and clears what */
  uint32_t api;
  _Atomic uint32_t cbslow;
  struct cgo__cb *cb, *cbend;	/* cb[-1] is the innermost callback */
  uintptr_t g0sp;		/* where work on g0 begins, 64-aligned */
  uintptr_t callsp;		/* stack pointer of curg while it is on g0 */
  struct cgo__cb *cbbase;	/* the outermost callback: cgo__depth */
  uint32_t patience;		/* handoff.c: calls that will go the slow way */

  /* Guards p, TAKEN in retake, and slots against the thread's end.  Held for a few
     instructions; no system call but membarrier is made under it.  */
  struct cgo__lock lock;
  struct cgo__p *p;		/* the P it owns or has lent, or null; some peek */
  struct cgo__p *nextp;		/* handed to it while it slept in park */
  struct cgo__note park;
  struct cgo__slots *slots;	/* the thread's; null once it ended */
  struct cgo__g *lockedg;	/* the only goroutine it may run, or null */
  bool spinning;		/* looks for work, counted in nmspinning */
  bool foreign;			/* the thread is not ours */
  bool ends;			/* and it ends: what locked itself to it has */
  uint64_t id;
  uint64_t sysseen;		/* sysmon: sys as of its last tick, */
  uint64_t stillsys;		/* and when C had been there for one; others peek */
  int64_t lentat;		/* handoff.c: when the P was handed on for this call, or 0, */
  long slept;			/* and how often the thread had slept then */
  struct cgo__bounds stack;	/* the thread's, or 0: cgo__m_bounds */
  struct cgo__m *schedlink;	/* idle list, free list, or list of those to start */
  void **back;			/* thread.c: to the thread's start; null: it is not ours */
  struct cgo__m *alllink;	/* every M there ever was */
  pthread_t thread;
  struct cgo__call *calls;	/* callstats.c: under way, one a depth */
  uint32_t ncalls;
  int tid;			/* the thread's */
  int cpu;			/* where it parked: m.c */
  int *errnop;			/* likewise */
  uint32_t mxcsr;		/* as the goroutine that stopped last has left them */
  uint16_t fcw;
  _Atomic bool async;		/* sysmon has sent it a signal: async.c */
  ucontext_t *async_uc;		/* what that found, for a moment */
  void *fiber;			/* fiber.c: g0 between two goroutines, or null */
  void *gsignal;		/* signal stack, or null */
  size_t gsignal_size;
#ifdef __SANITIZE_THREAD__
  _Atomic uint64_t lent;	/* cgo__say_lent */
#endif
};

CGO__ASSERT_OFFSET (struct cgo__m, curg, CGO_M_CURG);
CGO__ASSERT_OFFSET (struct cgo__m, sys, CGO_M_SYS);
CGO__ASSERT_OFFSET (struct cgo__m, retake, CGO_M_RETAKE);
CGO__ASSERT_OFFSET (struct cgo__m, api, CGO_M_API);
CGO__ASSERT_OFFSET (struct cgo__m, cbslow, CGO_M_CBSLOW);
CGO__ASSERT_OFFSET (struct cgo__m, cb, CGO_M_CB);
CGO__ASSERT_OFFSET (struct cgo__m, cbend, CGO_M_CBEND);
CGO__ASSERT_OFFSET (struct cgo__m, g0sp, CGO_M_G0SP);
CGO__ASSERT_OFFSET (struct cgo__m, callsp, CGO_M_CALLSP);
CGO__ASSERT_OFFSET (struct cgo__m, cbbase, CGO_M_CBBASE);
CGO__ASSERT_OFFSET (struct cgo__m, patience, CGO_M_PATIENCE);

/* How many callbacks are nested on M.  No number of its own: one store to cb begins a callback
   or ends it, so that a signal handler that jumps away cannot come between two.  */
static inline uint32_t
cgo__depth (const struct cgo__m *m)
{
  return m->cb - m->cbbase;
}

/* Whether there are any, on another thread's.  */
static inline bool
cgo__peek_depth (const struct cgo__m *m)
{
  return CGO__PEEK (m->cb) != CGO__PEEK (m->cbbase);
}

/* In a runtime that is itself watched (base/tools.h): ThreadSanitizer sees neither the assembly
   that makes m->sys odd nor membarrier, so it would not know that what M did before is seen by
   who takes its P.  M says it again, in C, and is not robbed before.  All its ways into C are
   the slow ones then.  */
static inline void
cgo__say_lent (struct cgo__m *m)
{
#ifdef __SANITIZE_THREAD__
  /* Release: pairs with the acquire below.  */
  atomic_store_explicit (&m->lent, atomic_load_explicit (&m->sys, memory_order_relaxed),
			 memory_order_release);
#else
  (void) m;
#endif
}

/* Whether M has said that it went into C with m->sys = SEEN.  */
static inline bool
cgo__said_lent (struct cgo__m *m, uint64_t seen)
{
#ifdef __SANITIZE_THREAD__
  return atomic_load_explicit (&m->lent, memory_order_acquire) == seen;
#else
  (void) m, (void) seen;
  return true;
#endif
}

#pragma GCC visibility pop
#endif
