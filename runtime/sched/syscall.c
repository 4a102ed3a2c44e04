/* syscall.c - entersyscall and exitsyscall: lending a P to C.

   A goroutine in C needs no P, but most C functions are back before another M
   could have made use of it.  So the M keeps the P while C runs and only says
   that it may be taken: m->sys is odd in C.  The fast paths (arch/x86_64/asmcall.h,
   callback.S) are a plain increment and a load at each end:

     enter:  sys++ ; if (sys < 0) slow enter
     exit:   sys++ ; if (retake) slow exit

   The slow enter is for tests, and for Ms whose Ps were taken (handoff.c): there is nothing that
   the taker would want to say to an M that goes into C but that its P is lent, and it can take
   that.

   The taker (sysmon) saw m->sys odd, and the same value one tick ago, or the P has had
   its time slice and others wait for it (sysmon.c).  It then

     locks m->lock; sets retake; makes every thread of the process execute a full
     fence (membarrier); and if m->sys still has that value, takes m->p and leaves
     retake set, else it clears retake.

   Why that is enough without a fence in the M: either its sys++ of the exit is
   before the membarrier, and the taker sees it, or its load of retake is after it,
   and the M sees the flag and takes the lock.  A P is never seen by both.  Known to
   be wrong, and kept out by the model in runtime/model: the flag on the P, a slow
   exit without the lock, no membarrier.

   Without membarrier (an old kernel, a seccomp filter, CGODEBUG=membarrier=0) every
   m->retake has FENCED set: the exit goes off its fast path, executes mfence, and
   looks again.

   The slow exit, when the P is gone, takes any idle P, or one that sysmon has left with C
   since nothing waited; if there is none the
   goroutine goes to the global queue and the M parks.  A goroutine that cannot
   leave its M (C frames below it, a pinned or locked one) waits there instead.

   m->retake: TAKEN is set and cleared under m->lock; PREEMPT is set by sysmon and
   cleared by the M; UNBOUND is the M's own; STRESS, FENCED,
   STATS and CHAOS never change.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "base/sys.h"
#include "sched/fiber.h"
#include "sched/callstats.h"
#include "sched/chaos.h"

#include <errno.h>

struct cgo__p *
cgo__take_lent (struct cgo__m *m, uint64_t seen)
{
  cgo__lock (&m->lock);
  struct cgo__p *p = m->p;
  if (!p)
    {
      cgo__unlock (&m->lock);
      return NULL;
    }
  /* Seq_cst, a full fence: in the fenced variant it is our half of Dekker's;
     the mfence of the exit is the other.  */
  atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_TAKEN,
			    memory_order_seq_cst);
  if (!cgo__sched.fenced)
    cgo__sys_membarrier_private_expedited ();
  /* Acquire: what the M did before it went into C is ours to see.  */
  bool take = atomic_load_explicit (&m->sys, memory_order_acquire) == seen
	      && cgo__said_lent (m, seen);
  if (take)
    CGO__POST (m->p, NULL);	/* the M may look whether it still has one */
  else
    atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_TAKEN,
			       memory_order_relaxed);
  cgo__unlock (&m->lock);
  return take ? p : NULL;
}

/* True if the P of M, which was in C with sys = SEEN, was taken and handed on.  */
bool
cgo__retake (struct cgo__m *m, uint64_t seen)
{
  struct cgo__p *p = cgo__take_lent (m, seen);
  if (p)
    cgo__handoffp (p);
  return p != NULL;
}

/* m->sys is odd and we are the M: no need to guess.  */
void
cgo__lend_now (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  struct cgo__p *p = m->p;
  CGO__POST (m->p, NULL);
  atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_TAKEN,
			    memory_order_relaxed);
  cgo__unlock (&m->lock);
  if (p)
    cgo__handoffp (p);
}

/* After sys++ to even: is the P still ours?  */
static bool
still_owned (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  bool own = m->p != NULL;
  if (own)
    atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_TAKEN,
			       memory_order_relaxed);
  cgo__unlock (&m->lock);
  return own;
}

/* An idle P, or one that nobody wanted until now.  */
static bool
take_idle_p (struct cgo__m *m)
{
  cgo__lock (&cgo__sched.lock);
  struct cgo__p *p = m->foreign ? cgo__pidle_get_quiet () : cgo__pidle_get ();
  cgo__unlock (&cgo__sched.lock);
  if (!p)
    p = cgo__take_still ();
  if (p)
    cgo__acquirep (m, p);
  return p != NULL;
}

static unsigned
flags (struct cgo__m *m)
{
  return atomic_load_explicit (&m->retake, memory_order_relaxed);
}

static void
clear_preempt (struct cgo__m *m)
{
  atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_PREEMPT,
			     memory_order_relaxed);
}

/* An idle P; or null, and g, which is runnable now, waits for one on the global queue.
   Under one lock with the idle list, else a P could become idle and g stay there.  */
static struct cgo__p *
idle_p_or_queue (struct cgo__g *g)
{
  cgo__set_runnable (g);
  cgo__lock (&cgo__sched.lock);
  bool blind = cgo__chaos (4);
  struct cgo__p *p = blind ? NULL : cgo__pidle_get ();
  if (!p)
    {
      cgo__globrunq_put (g);
      cgo__sched.nmlocked += g->lockedm != NULL;
    }
  cgo__unlock (&cgo__sched.lock);
  if (CGO__UNLIKELY (blind))
    cgo__wakep ();
  return p;
}

void
cgo__exitsyscall_locked (struct cgo__m *m)
{
  struct cgo__g *g = m->curg;
  int err = errno;
  bool own = still_owned (m);
  if (own && cgo__chaos (8))
    {
      cgo__handoffp (cgo__releasep (m));
      own = false;
    }
  if (!own && (cgo__chaos (4) || !take_idle_p (m)))
    {
      CGO__POST (g->lockedm, m);
      m->lockedg = g;
      struct cgo__p *p = idle_p_or_queue (g);
      if (p)
	cgo__acquirep (m, p);
      else
	cgo__sleep_for_p (m);
      /* Release: as in run (proc.c).  */
      atomic_store_explicit (&g->status, CGO__RUNNING, memory_order_release);
      cgo__new_slice (m);
    }
  errno = err;
}

/* No P, and the goroutine may leave.  */
_Noreturn static void
queue_and_park (struct cgo__m *m, struct cgo__g *g, struct cgo__ctx *ctx)
{
  cgo__leave (g, ctx, __cgo_tls.m->callsp);
  struct cgo__p *p = idle_p_or_queue (g);
  if (p)
    {
      cgo__acquirep (m, p);
      cgo__new_slice (m);
      cgo__execute (m, g);
    }
  cgo__stopm ();
  cgo__schedule ();
}

/* ---- The slow halves: arch/x86_64/slow.S calls them with every register saved
   in *ctx.  ---- */

static void
lend_under_stress (struct cgo__m *m)
{
  if (flags (m) & CGO_RETAKE_STRESS || cgo__chaos (4))
    {
      int err = errno;
      cgo__lend_now (m);
      errno = err;
    }
}

static void
enter_for_tsan (struct cgo__m *m, struct cgo__ctx *ctx)
{
  cgo__say_lent (m);
  if (CGO__UNLIKELY (!CGO__CHECKED && flags (m) & CGO_RETAKE_TSAN))
    cgo__fiber_call (m, ctx);
}

void
cgo__entersyscall_slow (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  enter_for_tsan (m, ctx);
  if (flags (m) & CGO_RETAKE_STATS)
    cgo__callstats_enter (m, ctx);
  int err = errno;
  cgo__handoff_enter (m, ctx);
  errno = err;
  lend_under_stress (m);
}

/* The way back to C from a callback is no new call.  */
void
cgo__callback_enter (struct cgo__ctx *ctx)
{
  (void) ctx;
  struct cgo__m *m = __cgo_tls.m;
  cgo__say_lent (m);
  lend_under_stress (m);
  /* C that calls back all the time is hardly ever seen in C for long enough: its P is asked for,
     too.  */
  if (flags (m) & CGO_RETAKE_PREEMPT)
    {
      int err = errno;
      clear_preempt (m);
      cgo__lend_now (m);
      errno = err;
    }
  cgo__callbacks_over (m);
}

void
cgo__entersyscallblock (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  int err = errno;
  enter_for_tsan (m, ctx);
  if (flags (m) & CGO_RETAKE_STATS)
    cgo__callstats_enter (m, ctx);
  cgo__lend_now (m);
  errno = err;
}

/* RETURNED: the frame of asmcall is there, at the context's rbp.  */
static void
exitsyscall (struct cgo__ctx *ctx, bool returned)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  int err = errno;
  bool own = still_owned (m);
  if (!CGO__CHECKED && flags (m) & CGO_RETAKE_TSAN)
    __tsan_func_exit ();
  if (flags (m) & CGO_RETAKE_STATS)
    cgo__callstats_exit (m, !own);
  if (!own && returned)
    cgo__handoff_exit (m, ctx);
  if (own)
    {
      if (flags (m) & (CGO_RETAKE_STRESS | CGO_RETAKE_PREEMPT) || cgo__chaos (8))
	cgo__preempt (ctx);
    }
  else if (cgo__g_locked (g, m))
    cgo__exitsyscall_locked (m);
  else if (cgo__chaos (4))
    cgo__chaos_migrate (g, ctx);
  else if (!take_idle_p (m))
    queue_and_park (m, g, ctx);
  errno = err;
}

void
cgo__exitsyscall_slow (struct cgo__ctx *ctx)
{
  exitsyscall (ctx, true);
}

void
cgo__exitsyscall_left (struct cgo__ctx *ctx)
{
  exitsyscall (ctx, false);
}

_Noreturn void
cgo__preempt (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  clear_preempt (m);
  if (cgo__chaos (2) && !cgo__g_locked (m->curg, m))
    cgo__chaos_migrate (m->curg, ctx);
  cgo__yield (m->curg, ctx);
}

/* At the end of a call that does not lend, when sysmon wants the P back.  */
void
cgo__call_over (struct cgo__ctx *ctx)
{
  if (flags (__cgo_tls.m) & CGO_RETAKE_PREEMPT || cgo__chaos (16))
    cgo__preempt (ctx);
}
