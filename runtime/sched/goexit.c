/* goexit.c - a goroutine ends: it returned, or called cgo_goexit or pthread_exit.

   The latter two unwind the stack, as pthread_exit does for a thread: destructors of C++
   and cleanups of C compiled with -fexceptions run, each on the goroutine's stack, and so
   do the handlers of pthread_cleanup_push.  Without -fexceptions these are buffers for
   longjmp, in a list that libc keeps for the thread; here it is the goroutine's.  A buffer
   is jumped to when the frame it is in was passed.

   _Unwind_ForcedUnwind walks, and asks `stop' before each frame.  When the frames end (or
   the unwinder can go no further, for want of unwind information) so does the goroutine.

   On a thread of the user's own all of that is libc's, also in a callback, which has to be
   left as C's frames have.

   Debugging: break on stop, and on cgo__goend.

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"

#include <pthread.h>

#define EXPORT __attribute__ ((visibility ("default")))

/* Called by arch/x86_64/switch.S on g0, as the functions behind cgo_ calls are: it leaves M without
   a goroutine.  Nothing of that one's stack is needed any more.  The thread to which it had locked
   itself ends with it.  */
void
cgo__goend (void)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  bool locked = g->locks != 0;
  cgo__fp_stop (m);
  m->api = 0;
  CGO__POST (m->curg, NULL);
  m->lockedg = NULL;
  CGO__POST (g->m, NULL);
  cgo__fiber_stop (m, NULL);
  cgo__ng_ended (m->p);
  cgo__g_free (m->p, g);
  if (locked)
    {
      m->ends = true;
      cgo__handoffp (cgo__releasep (m));
      cgo__m_exit (m);
    }
}

/* ---- Unwinding ---- */

/* Whether the frame that holds BUFFER is one of those below SP.  */
static bool
passed (struct cgo__g *g, uintptr_t buffer, uintptr_t sp)
{
  struct cgo__seg *b = cgo__segment_at (g, buffer), *s = cgo__segment_at (g, sp);
  if (b == s)
    return buffer < sp;
  return s && (!b || s->depth < b->depth);
}

/* C that the goroutine has called does not return.  */
static void
leave_c (struct cgo__m *m)
{
  if (!(atomic_load_explicit (&m->sys, memory_order_relaxed) & 1))
    return;
  /* A full fence, for the fenced variant; pairs with cgo__retake.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_seq_cst);
  if (atomic_load_explicit (&m->retake, memory_order_relaxed) & ~CGO_RETAKE_FENCED)
    cgo__exitsyscall_locked (m);
}

static void
end (void)
{
  cgo__goend ();
  cgo__schedule ();
}

/* With ThreadSanitizer we may be on the stack that G has for C, which goes with it, and in C that
   lends its P: _Unwind_Resume, behind a destructor (fiber.c).  */
_Noreturn static void
unwound (struct cgo__g *g)
{
  leave_c (__cgo_tls.m);
  cgo__frames_left (g, NULL, 0);
  if (CGO__UNLIKELY (cgo__tools.any))
    cgo__on_g0 (end, ((struct cgo__m *) __cgo_tls.m)->g0sp);
  end ();
  __builtin_unreachable ();
}

/* The unwinder comes to a frame whose stack pointer is what GetCFA says.  */
static _Unwind_Reason_Code
stop (int version, _Unwind_Action actions, _Unwind_Exception_Class class,
      struct _Unwind_Exception *exception, struct _Unwind_Context *context, void *arg)
{
  (void) version, (void) class, (void) exception, (void) arg;
  struct cgo__g *g = ((struct cgo__m *) __cgo_tls.m)->curg;
  bool end = actions & _UA_END_OF_STACK;
  __pthread_unwind_buf_t *b = g->cleanups;
  if (b && (end || passed (g, (uintptr_t) b, _Unwind_GetCFA (context))))
    cgo__jump ((struct __jmp_buf_tag *) b->__cancel_jmp_buf);
  if (end)
    unwound (g);
  return _URC_NO_REASON;
}

static void
caught (_Unwind_Reason_Code reason, struct _Unwind_Exception *exception)
{
  (void) reason, (void) exception;
  cgo__fatal ("the end of a goroutine was caught and not rethrown");
}

_Noreturn static void
unwind (struct cgo__m *m, struct cgo__g *g)
{
  m->api = 0;
  g->exiting.exception_class = 0;
  g->exiting.exception_cleanup = caught;
  _Unwind_ForcedUnwind (&g->exiting, stop, NULL);
  if (g->cleanups)
    cgo__jump ((struct __jmp_buf_tag *) g->cleanups->__cancel_jmp_buf);
  unwound (g);
}

_Noreturn void
cgo__goexit (void)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (!g)
    cgo__fatal ("cgo_goexit on a system stack; only a goroutine can end");
  struct cgo__m *m = __cgo_tls.m;
  if (cgo__depth (m))
    cgo__fatal ("cgo_goexit in a callback from C, whose frames it would drop");
  unwind (m, g);
}

/* ---- What goroutine code calls instead of libc's functions (plugin/thunk.cc) ---- */

EXPORT _Noreturn void __cgo_pthread_exit (void *);
EXPORT void __cgo_pthread_register_cancel (__pthread_unwind_buf_t *);
EXPORT void __cgo_pthread_unregister_cancel (__pthread_unwind_buf_t *);
EXPORT _Noreturn void __cgo_pthread_unwind_next (__pthread_unwind_buf_t *);

/* The goroutine that called; null: a thread of the user's own.  */
static struct cgo__g *
goroutine (struct cgo__m *m)
{
  return m && !m->foreign ? m->curg : NULL;
}

/* main's goroutine leaves as main's thread would: the program goes on, and ends well when
   the last has ended.  */
static void
main_left (void)
{
  cgo__lock (&cgo__sched.lock);
  cgo__sched.mainstate = CGO__MAIN_LEFT;
  cgo__unlock (&cgo__sched.lock);
}

void
__cgo_pthread_exit (void *value)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = goroutine (m);
  if (!g)
    pthread_exit (value);
  if (cgo__depth (m))
    cgo__fatal ("pthread_exit in a callback from C, whose frames it would drop");
  leave_c (m);
  if (g == cgo__sched.maing)
    {
      main_left ();
      cgo__sched.maing = NULL;
    }
  unwind (m, g);
}

void
__cgo_pthread_register_cancel (__pthread_unwind_buf_t *b)
{
  struct cgo__g *g = goroutine (__cgo_tls.m);
  if (!g)
    {
      __pthread_register_cancel (b);
      return;
    }
  b->__pad[0] = g->cleanups;
  g->cleanups = b;
}

void
__cgo_pthread_unregister_cancel (__pthread_unwind_buf_t *b)
{
  struct cgo__g *g = goroutine (__cgo_tls.m);
  if (g)
    g->cleanups = b->__pad[0];
  else
    __pthread_unregister_cancel (b);
}

/* The handler of B is done.  */
void
__cgo_pthread_unwind_next (__pthread_unwind_buf_t *b)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = goroutine (m);
  if (!g)
    __pthread_unwind_next (b);
  leave_c (m);
  g->cleanups = b->__pad[0];
  unwind (m, g);
}
