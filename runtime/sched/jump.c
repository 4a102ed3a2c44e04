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

   A callback that is left has a frame on the C stack, in a chain from g0sp; it is left if
   the jump goes above it.  The goroutine's side of it begins below the callsp which that
   frame has kept.

   libc's __longjmp_chk takes a jump to a lower address for a mistake.  Between a C stack
   and segments it is none: it becomes the plain one.

   Debugging: break on cgo__resync and on leave.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "sched/signal.h"

#include <dlfcn.h>
#include <errno.h>
#include <setjmp.h>

#define EXPORT __attribute__ ((visibility ("default")))

/* The frame of the innermost callback of M, which has one.  */
static uintptr_t
callback (void)
{
  return *(uintptr_t *) __cgo_tls.g0sp;
}

static uintptr_t
saved (uintptr_t callback, int offset)
{
  return *(uintptr_t *) (callback + offset);
}

/* The innermost callback of M will not return.  */
static void
leave (struct cgo__m *m)
{
  uintptr_t bp = callback ();
  __cgo_tls.callsp = saved (bp, CGO_CB_CALLSP);
  __cgo_tls.g0sp = saved (bp, CGO_CB_G0SP);
  m->depth--;
}

/* ---- To goroutine code ---- */

/* Whether SP on SEG is further on than where C was called that called back.  */
static bool
inside (uintptr_t bp, struct cgo__seg *seg, uintptr_t sp)
{
  struct cgo__seg *from = (struct cgo__seg *) saved (bp, CGO_CB_SEG);
  return seg->depth > from->depth
	 || (seg == from && sp < saved (bp, CGO_CB_CALLSP));
}

/* What AddressSanitizer has marked in frames that were left: it looks for these on the thread's
   own stack only.  */
extern void __asan_unpoison_memory_region (const volatile void *, size_t)
  __attribute__ ((weak));

void
cgo__frames_left (struct cgo__g *g, struct cgo__seg *seg, uintptr_t sp)
{
  if (!__asan_unpoison_memory_region)
    return;
  for (struct cgo__seg *s = g->seg; s != seg; s = s->prev)
    __asan_unpoison_memory_region ((void *) s->lo, (uintptr_t) s - s->lo);
  if (seg)
    __asan_unpoison_memory_region ((void *) seg->lo, sp - seg->lo);
}

/* A jump has arrived on a segment of m->curg.  */
void
cgo__resync (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  uintptr_t sp = cgo__ctx_sp (ctx);
  struct cgo__seg *seg = g->seg;
  while (sp < seg->lo || sp >= (uintptr_t) seg)
    seg = seg->prev;
  while (m->depth && !inside (callback (), seg, sp))
    leave (m);
  int err = errno;
  cgo__alloca_left (g, seg, sp);
  cgo__frames_left (g, seg, sp);
  errno = err;
  g->seg = seg;
  /* No handler runs on this thread, if one did.  Relaxed: nobody else looks.  */
  cgo__signal_frame = 0;
  atomic_store_explicit (&m->cbslow, 0, memory_order_relaxed);
  if (atomic_load_explicit (&m->sys, memory_order_relaxed) & 1)
    {
      /* A full fence, for the fenced variant; pairs with cgo__retake.  */
      atomic_fetch_add_explicit (&m->sys, 1, memory_order_seq_cst);
      if (atomic_load_explicit (&m->retake, memory_order_relaxed)
	  & ~CGO_RETAKE_FENCED)
	cgo__exitsyscall_slow (ctx);
    }
}

/* ---- To C ---- */

/* Undoes what __cgo_callback did at its start.  */
static void
back_to_c (struct cgo__m *m)
{
  uintptr_t bp = callback ();
  struct cgo__g *g = m->curg;
  struct cgo__seg *seg = (struct cgo__seg *) saved (bp, CGO_CB_SEG);
  bool in_c = saved (bp, CGO_CB_SYS) & 1;
  leave (m);
  cgo__alloca_left (g, seg, __cgo_tls.callsp);
  cgo__frames_left (g, seg, __cgo_tls.callsp);
  g->seg = seg;
  cgo__resume_set (seg->guard);
  if ((atomic_load_explicit (&m->sys, memory_order_relaxed) & 1) == in_c)
    return;
  /* As in cgo__resync.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_seq_cst);
  if (!in_c && atomic_load_explicit (&m->retake, memory_order_relaxed)
	       & ~CGO_RETAKE_FENCED)
    cgo__exitsyscall_locked (m);
}

/* The callback whose frame is at BP is passed by an exception, those below with it.  */
void
cgo__callback_left (uintptr_t bp)
{
  struct cgo__m *m = __cgo_tls.m;
  int err = errno;
  bool last = false;
  while (m->depth && !last)
    {
      last = callback () == bp;
      back_to_c (m);
    }
  errno = err;
}

/* A jump to SP is about to be made.  */
static void
before_jump (uintptr_t sp)
{
  struct cgo__m *m = __cgo_tls.m;
  if (!m || !m->depth || sp < m->g0lo || sp >= m->g0hi)
    return;
  int err = errno;
  while (m->depth && callback () < sp)
    back_to_c (m);
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
