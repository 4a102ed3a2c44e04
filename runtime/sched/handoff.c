/* handoff.c - calls of C that have blocked before: their P is handed on at once.

   A lent P does nothing until sysmon takes it, one tick later, and the tick of a sysmon that
   had nothing to do for a while is 10 ms.  Where goroutines compute, and others go to C and
   sleep there, that would be most of the time lost.  But a place that has made a call that
   blocked will mostly do so again.  So places are remembered, by their return addresses, in a
   small table of weights; and a call from one with a weight gives its P to whoever waits for
   one, before C begins.

   The fast way into C does not look into the table, as a look costs as much as the rest.  An
   M whose P was taken by sysmon makes its m->sys negative: then each call comes by
   __cgo_entersyscall_slow (arch/x86_64/slow.S), which does look, with one byte loaded.  After
   CGO_SITE_PATIENCE calls with nothing found the M goes the fast way again.  Each M learns by
   itself: one that has not learnt yet loses its P to sysmon, and then has.  A new M begins as
   the one that has made it.

   Weights: a call from which sysmon took the P gives its site a few tries.  A try in which
   the thread slept, or C took LONG, adds to them, another halves them, so that a call that was
   slow for once, or because the machine was busy, costs two or three needless handoffs and no
   more.  That the thread slept the kernel knows; the time alone would not do, for a thread that
   hands its P on wakes another, and may lose the processor to that.  Sites that share a place
   in the table share the weight.

   Rejected: a word at each call site, or in its thunk, for which the code would have to be
   writable or have one more load in it; to raise sysmon's rate, which costs those who
   have nothing to hand on.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "base/sys.h"
#include "base/tools.h"

enum
{
  LONG = 10 * 1000 * 1000,	/* nanoseconds */
  TRIES = 2,
  MORE = 16,
  MOST = 64
};

/* Weights.  Any M adds and takes away, relaxed: a lost change is a wrong guess.  slow.S
   reads it.  */
_Atomic uint8_t cgo__sites[CGO_SITES];

static _Atomic uint8_t *
weight (const struct cgo__ctx *ctx)
{
  /* The return address above asmcall's frame.  The hash is slow.S's.  */
  uintptr_t site = ((const uintptr_t *) cgo__ctx_word (ctx, CGO_CTX_RBP))[1];
  return &cgo__sites[(site ^ site >> CGO_SITES_LOG) % CGO_SITES];
}

static void
set (_Atomic uint8_t *w, int v)
{
  atomic_store_explicit (w, v < MOST ? v : MOST, memory_order_relaxed);
}

/* m->sys is the M's own, so a plain read and a store do; release, as any change of it.  */
static void
go_slow (struct cgo__m *m, bool slow)
{
  uint64_t sys = atomic_load_explicit (&m->sys, memory_order_relaxed);
  sys = slow ? sys | CGO__SYS_SLOW : sys & ~CGO__SYS_SLOW;
  atomic_store_explicit (&m->sys, sys, memory_order_release);
  m->patience = CGO_SITE_PATIENCE;
}

/* M is new, and nobody runs it.  */
void
cgo__handoff_new (struct cgo__m *m)
{
  struct cgo__m *maker = __cgo_tls.m;
  /* Relaxed: it is our own.  */
  if (maker)
    go_slow (m, atomic_load_explicit (&maker->sys, memory_order_relaxed) & CGO__SYS_SLOW);
}

/* For another reason than ours.  */
static bool
always_slow (struct cgo__m *m)
{
  /* A runtime that is watched goes the slow way all the same: it has to say that it lends.
     Relaxed: these bits never change.  */
  unsigned bits = CGO_RETAKE_ALWAYS & ~(CGO__CHECKED ? CGO_RETAKE_TSAN : 0);
  return atomic_load_explicit (&m->retake, memory_order_relaxed) & bits;
}

/* M, whose calls go the slow way, is in C.  */
void
cgo__handoff_enter (struct cgo__m *m, const struct cgo__ctx *ctx)
{
  m->lentat = 0;
  if (always_slow (m))
    return;
  /* Relaxed: see above.  */
  if (!atomic_load_explicit (weight (ctx), memory_order_relaxed))
    {
      if ((int32_t) m->patience < 0)
	go_slow (m, false);
      return;
    }
  m->patience = CGO_SITE_PATIENCE;
  /* m->p may be taken by sysmon meanwhile; a P is never freed.  */
  struct cgo__p *p = CGO__PEEK (m->p);
  if (!p || !cgo__work_waits (p))
    return;
  m->lentat = cgo__nanotime ();
  m->slept = cgo__sys_times_slept ();
  cgo__lend_now (m);
}

/* It is back, and the P is gone: by the above, or taken.  */
void
cgo__handoff_exit (struct cgo__m *m, const struct cgo__ctx *ctx)
{
  if (always_slow (m))
    return;
  _Atomic uint8_t *w = weight (ctx);
  int v = atomic_load_explicit (w, memory_order_relaxed);
  if (!m->lentat)
    set (w, v + TRIES);
  else
    set (w, cgo__sys_times_slept () != m->slept || cgo__nanotime () - m->lentat >= LONG
	    ? v + MORE : v / 2);
  m->lentat = 0;
  go_slow (m, true);
}
