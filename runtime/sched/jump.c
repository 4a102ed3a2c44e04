/* jump.c - longjmp and its relatives, over segments, C and callbacks.

   A jump just loads registers.  What the runtime knows of the thread does not change by
   that: which segment is current, how deep callbacks are nested, where g0 begins, whether
   C runs.  It matters where a jump goes:

     to goroutine code	  The compiler calls __cgo_resync wherever one can arrive; that
			  sorts things out here (cgo__resync), wherever it came from: a
			  segment further on, C (as libpng's error handler does), or C
			  that a callback has called.

     to C		  C does not tell us.  But callbacks on the way are left, whether
			  it is goroutine code in one that jumps or C called from there.
			  So we stand in front of libc's longjmp: for goroutine code as
			  __cgo_longjmp, for C by its own names, and leave them before.

   Where a program is not linked with libcgo, but has a library that is, C's longjmp is libc's.
   Nor do we see setcontext and what else loads registers.  So it is also looked whether
   callbacks were left unseen, where it would do harm not to know: when C calls back again
   (cgo__callback_slow), when it returns to a goroutine (cgo__c_returned), when the thread ends.

   A callback has a frame on the C stack, and in m->cb what was before it.  It is left if the
   jump goes above that frame, on the same stack.  C may have several, by makecontext or
   otherwise, and switch between them with longjmp: then nothing is left.  Only of the thread's
   own stack is known where it is.  On one stack who is called later is further down; so
   frames that are not in that order are on different ones.

   libc's __longjmp_chk takes a jump to a lower address for a mistake.  Between a C stack
   and segments it is none: it becomes the plain one.

   Debugging: break on cgo__resync and on leave.

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"
#include "sched/proc.h"
#include "sched/signal.h"

#include <dlfcn.h>
#include <errno.h>
#include <setjmp.h>

#define EXPORT __attribute__ ((visibility ("default")))

/* The innermost callback of M will not return.  */
static void
leave (struct cgo__m *m)
{
  struct cgo__cb *cb = m->cb - 1;
  CGO__POST (m->cb, cb);
  m->callsp = cb->callsp;
  m->g0sp = cb->g0sp;
}

/* ---- To goroutine code ---- */

/* Whether SP on SEG is further on than OLDSP on FROM.  */
static bool
inside (struct cgo__seg *from, uintptr_t oldsp, struct cgo__seg *seg, uintptr_t sp)
{
  return seg->depth > from->depth || (seg == from && sp < oldsp);
}

/* What AddressSanitizer has marked in frames that were left: it looks for these on the thread's
   own stack only.  */
void
cgo__frames_left (struct cgo__g *g, struct cgo__seg *seg, uintptr_t sp)
{
  if (!cgo__tools.asan)
    return;
  for (struct cgo__seg *s = g->seg; s != seg; s = s->prev)
    __asan_unpoison_memory_region ((void *) s->lo, (uintptr_t) s - s->lo);
  if (seg)
    __asan_unpoison_memory_region ((void *) seg->lo, sp - seg->lo);
}

/* Goroutine code goes on at SP on SEG.  Callbacks further on, and C, are left.  */
static void
arrive (struct cgo__m *m, struct cgo__seg *seg, uintptr_t sp)
{
  struct cgo__g *g = m->curg;
  while (cgo__depth (m) && !inside (m->cb[-1].seg, m->cb[-1].callsp, seg, sp))
    leave (m);
  int err = errno;
  cgo__alloca_left (g, seg, sp);
  cgo__frames_left (g, seg, sp);
  errno = err;
  g->seg = seg;
}

/* A jump has arrived on a segment of m->curg.  */
void
cgo__resync (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  uintptr_t sp = cgo__ctx_sp (ctx);
  arrive (m, cgo__segment_at (m->curg, sp), sp);
  /* No handler runs on this thread, if one did.  Relaxed: nobody else looks.  */
  cgo__signal_frame = 0;
  atomic_store_explicit (&m->cbslow, 0, memory_order_relaxed);
  if (atomic_load_explicit (&m->sys, memory_order_relaxed) & 1)
    {
      /* A full fence, for the fenced variant; pairs with cgo__retake.  */
      atomic_fetch_add_explicit (&m->sys, 1, memory_order_seq_cst);
      if (atomic_load_explicit (&m->retake, memory_order_relaxed)
	  & ~CGO_RETAKE_FENCED)
	cgo__exitsyscall_left (ctx);
    }
}

/* m->sys becomes odd, or even; it may be already.  */
static void
set_in_c (struct cgo__m *m, bool in_c)
{
  if ((atomic_load_explicit (&m->sys, memory_order_relaxed) & 1) == in_c)
    return;
  /* As in cgo__resync.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_seq_cst);
  cgo__say_lent (m);		/* if it does */
  if (!in_c && atomic_load_explicit (&m->retake, memory_order_relaxed)
	       & ~CGO_RETAKE_FENCED)
    cgo__exitsyscall_locked (m);
}

/* C returns to a goroutine that did not call it last (asmcall.h), whose stack pointer is rbp.
   Callbacks that C has made are left, if that is further up than where they began.  r10: what
   asmcall expects m->sys to be.  */
void
cgo__c_returned (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  uintptr_t sp = cgo__ctx_word (ctx, CGO_CTX_RBP);
  struct cgo__g *g = m ? m->curg : NULL;
  struct cgo__seg *seg = g ? cgo__segment_at (g, sp) : NULL;
  if (!seg)
    cgo__fatal ("C returns on another thread than it was called on; it has switched stacks");
  if (inside (g->seg, m->callsp, seg, sp))
    cgo__fatal ("C returns to a callback that was left; it has switched stacks");
  int err = errno;
  arrive (m, seg, sp);
  cgo__resume_set (seg->guard);
  set_in_c (m, cgo__ctx_word (ctx, CGO_CTX_R10));
  errno = err;
}

/* ---- To C ---- */

/* Undoes what __cgo_callback did at its start.  */
static void
back_to_c (struct cgo__m *m)
{
  struct cgo__g *g = m->curg;
  leave (m);
  struct cgo__seg *seg = m->cb->seg;
  /* Now: what frees the blocks may be a malloc that calls back, into the same place.  */
  bool in_c = m->cb->sys & 1;
  cgo__alloca_left (g, seg, m->callsp);
  cgo__frames_left (g, seg, m->callsp);
  g->seg = seg;
  cgo__resume_set (seg->guard);
  set_in_c (m, in_c);
}

/* The callback whose frame is at BP is passed by an exception, those below with it.  */
void
cgo__callback_left (uintptr_t bp)
{
  struct cgo__m *m = __cgo_tls.m;
  int err = errno;
  bool last = false;
  while (cgo__depth (m) && !last)
    {
      last = m->cb[-1].bp == bp;
      back_to_c (m);
    }
  errno = err;
}

static bool
on_g0 (struct cgo__m *m, uintptr_t sp)
{
  if (CGO__UNLIKELY (cgo__fiber_on_stack (m->curg, sp)))
    return true;
  struct cgo__bounds b = cgo__m_bounds (m, cgo__in_signal ());
  return sp >= b.lo && sp < b.hi;
}

void
cgo__callbacks_below (struct cgo__m *m, uintptr_t sp)
{
  if (!cgo__depth (m))
    return;
  int err = errno;
  if (on_g0 (m, sp))
    while (cgo__depth (m) && m->cb[-1].bp <= sp && on_g0 (m, m->cb[-1].bp))
      back_to_c (m);
  errno = err;
}

void
cgo__callbacks_all_left (struct cgo__m *m)
{
  while (cgo__depth (m))
    back_to_c (m);
}

/* A jump to SP is about to be made.  */
static void
before_jump (uintptr_t sp)
{
  struct cgo__m *m = __cgo_tls.m;
  uintptr_t here = (uintptr_t) __builtin_frame_address (0);
  if (!m || !cgo__depth (m))
    return;
  int err = errno;
  bool left = on_g0 (m, sp) == on_g0 (m, here) && !cgo__segment_at (m->curg, sp);
  while (left && cgo__depth (m) && m->cb[-1].bp < sp && m->cb[-1].bp > here)
    {
      here = m->cb[-1].bp;
      back_to_c (m);
    }
  cgo__callbacks_over (m);
  errno = err;
}

/* Where ENV jumps to: glibc keeps it as it always did, mangled.  */
static uintptr_t
target (struct __jmp_buf_tag *env)
{
  enum { JB_RSP = 6 };
  uintptr_t sp = env->__jmpbuf[JB_RSP];
  __asm__ ("rorq $17, %0\n\txorq %%fs:0x30, %0" : "+r" (sp));
  return sp;
}

static void (*libc_jump) (struct __jmp_buf_tag *, int);

void
cgo__jump_init (void)
{
  if (&cgo__static_jump)
    libc_jump = cgo__static_jump;
  else
    libc_jump = (void (*) (struct __jmp_buf_tag *, int)) dlsym (RTLD_NEXT, "siglongjmp");
}

/* To ENV, which goroutine code has set.  */
_Noreturn void
cgo__jump (struct __jmp_buf_tag *env)
{
  libc_jump (env, 1);
  __builtin_unreachable ();
}

EXPORT _Noreturn void __cgo_longjmp (struct __jmp_buf_tag[1], int);

EXPORT _Noreturn void
__cgo_longjmp (struct __jmp_buf_tag env[1], int val)
{
  before_jump (target (env));
  /* C's constructors come before ours.  */
  if (!libc_jump)
    cgo__jump_init ();
  libc_jump (env, val);
  __builtin_unreachable ();
}

EXPORT _Noreturn void __longjmp_chk (struct __jmp_buf_tag[1], int)
  __attribute__ ((alias ("__cgo_longjmp")));
#pragma GCC visibility push(default)
extern __typeof (__longjmp_chk) longjmp __attribute__ ((alias ("__cgo_longjmp")));
extern __typeof (__longjmp_chk) _longjmp __attribute__ ((alias ("__cgo_longjmp")));
extern __typeof (__longjmp_chk) siglongjmp __attribute__ ((alias ("__cgo_longjmp")));
#pragma GCC visibility pop
