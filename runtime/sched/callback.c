/* callback.c - threads that are not ours.

   A foreign thread that calls an exported function for the first time gets an M
   and a goroutine of its own, bound until the thread ends: both are put into the
   state of a foreign call, as if that goroutine had called the C code that now
   calls back, and arch/x86_64/callback.S goes on as for any callback.  When the
   thread ends, a pthread key's destructor frees the goroutine and leaves the M for
   the next foreign thread.

   The initial thread is one of them until main turns out to be goroutine code
   (api/main.c).

   SPDX-License-Identifier: MIT  */

#include "sched/callstats.h"
#include "sched/fiber.h"
#include "sched/signal.h"
#include "base/sys.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;

/* Whether our destructor has run on this thread.  */
static __thread bool ended;

/* M's thread has nothing to do with goroutines any more.  */
static void
dropm (struct cgo__m *m)
{
  struct cgo__g *g = m->curg;
  if (g == cgo__sched.maing)
    cgo__sched.maing = NULL;
  CGO__POST (m->curg, NULL);
  cgo__m_thread_fini (m);
  cgo__g_free (NULL, g);
  cgo__ng_ended (NULL);
  m->lockedg = NULL;
  cgo__lock (&m->lock);
  struct cgo__p *p = m->p;
  CGO__POST (m->p, NULL);
  cgo__unlock (&m->lock);
  /* Relaxed: only we look at it.  */
  atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_UNBOUND, memory_order_relaxed);
  /* Even: nothing is lent any more.  Release: as any change of sys.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_release);
  if (p)
    cgo__handoffp (p);
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmforeign--;
  cgo__m_free (m);
  bool last = cgo__m_awake () == 0;
  cgo__unlock (&cgo__sched.lock);
  /* This thread is there still.  Once it is not, all others may sleep for ever.  If
     one is awake it asks that itself when it goes to sleep.  */
  if (last)
    cgo__note_wake (&cgo__sched.sysmonnote);
}

/* The thread ends, and nothing is left on its stacks.  The destructors of other keys, which
   run before and after this one, may call back.  But from now on the thread keeps no M: what
   a callback is given it gives back when it returns (cgo__callback_enter), as nobody would
   tell us that no other comes.  To be asked again, in each of libc's rounds of destructors,
   costs every thread more instructions than the rest of a first callback.  */
static void
thread_ends (void *arg)
{
  struct cgo__m *m = arg;
  if (!m->foreign)
    cgo__fatal ("pthread_exit or pthread_cancel ends a thread that runs"
		" goroutines");
  cgo__callbacks_all_left (m);
  dropm (m);
  ended = true;
}

/* A callback has returned, or a jump has left it.  Was it the last one, on a thread that will not
   tell us its end?  An exception that leaves it does not ask: the unwinder still wants registers
   from the goroutine's frames.  The thread's next callback does, when it ends.  */
void
cgo__callbacks_over (struct cgo__m *m)
{
  /* Relaxed: only we set it.  */
  if (cgo__depth (m)
      || !(atomic_load_explicit (&m->retake, memory_order_relaxed) & CGO_RETAKE_UNBOUND))
    return;
  int err = errno;
  dropm (m);
  errno = err;
}

void
cgo__callback_init (void)
{
  int err = pthread_key_create (&key, thread_ends);
  if (err)
    cgo__die ("cannot create a thread-specific key");
}

/* On the thread of M: its end is to be noticed.  */
void
cgo__callback_bind (struct cgo__m *m)
{
  if (ended)
    /* Relaxed: only we look at it.  */
    atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_UNBOUND, memory_order_relaxed);
  else if (pthread_setspecific (key, m) != 0)
    cgo__die ("out of memory for a thread that calls back");
}

void
cgo__callback_unbind (void)
{
  pthread_setspecific (key, NULL);
}

/* m->cb gets room for twice as many callbacks; the entry below the first is above any frame.  */
static void
more_room (struct cgo__m *m)
{
  enum { FIRST = 8 };
  int err = errno;
  uint32_t depth = cgo__depth (m);
  size_t n = depth ? 2 * depth : FIRST;
  cgo__tsan_ignore_begin ();
  struct cgo__cb *cb = realloc (m->cbbase ? m->cbbase - 1 : NULL, (n + 1) * sizeof *cb);
  cgo__tsan_ignore_end ();
  if (!cb)
    cgo__fatal ("out of memory for %u callbacks, one in the other", depth + 1);
  cb[0].bp = UINTPTR_MAX;
  CGO__POST (m->cbbase, cb + 1);
  CGO__POST (m->cb, cb + 1 + depth);
  m->cbend = cb + 1 + n;
  errno = err;
}

bool
cgo__on_initial_thread (void)
{
  return cgo__sys_gettid () == cgo__sys_getpid ();
}

void
cgo__adopt_thread (void)
{
  struct cgo__m *m = cgo__m_alloc ();
  struct cgo__g *g = cgo__g_new (NULL);
  if (!g)
    cgo__die ("out of memory for a callback on a foreign thread");
  CGO__POST (m->foreign, true);
  CGO__POST (g->foreign, true);
  /* Two system calls, which others are spared: only the initial thread changes maing, and what
     they see of it does not matter.  Relaxed, therefore.  */
  bool initial = !__atomic_load_n (&cgo__sched.maing, __ATOMIC_RELAXED)
		 && cgo__on_initial_thread ();
  if (initial)
    __atomic_store_n (&cgo__sched.maing, g, __ATOMIC_RELAXED);
  cgo__fiber_adopt (g);
  CGO__POST (g->m, m);
  CGO__POST (g->fn, NULL);
  CGO__POST (g->creator, 0);
  /* Release: as in run (proc.c).  */
  atomic_store_explicit (&g->status, CGO__RUNNING, memory_order_release);
  cgo__ng_begun (NULL);
  CGO__POST (m->curg, g);
  m->callsp = (uintptr_t) g->seg;
  m->api = 0;
  /* Relaxed, release: nobody else knows this M before cgo__m_thread_init.  */
  atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_TAKEN,
			    memory_order_relaxed);
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_release);
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmforeign++;
  cgo__unlock (&cgo__sched.lock);
  cgo__m_thread_init (m);
  if (initial)
    cgo__m_bounds (m, false);
}

/* This thread has no M.  Maybe nothing has: C was faster than our constructor.  */
void
cgo__needm (struct cgo__ctx *ctx)
{
  int err = errno;
  cgo__callback_check (ctx);
  cgo__start ();
  if (!__cgo_tls.m)
    cgo__adopt_thread ();
  cgo__sysmon_need ();
  errno = err;
}

/* m->cbslow is set.  */
void
cgo__callback_check (struct cgo__ctx *ctx)
{
  (void) ctx;
  if (cgo__in_signal ())
    cgo__fatal ("callback from C in a signal handler");
}

/* m->cb is full, or the frame of the callback that begins, at rbp, is no lower than that of the
   last one: C has left that by a jump, or runs on another stack.  */
void
cgo__callback_slow (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  if (m->cb == m->cbend)
    more_room (m);
  cgo__callbacks_below (m, cgo__ctx_word (ctx, CGO_CTX_RBP));
}

/* A callback returns whose frame is not that of the last one.  C that goes on with it has come
   by __cgo_c_returned, which finds that earlier; so no program is known that gets here.  */
void
cgo__callback_order (struct cgo__ctx *ctx)
{
  (void) ctx;
  cgo__fatal ("a callback returns before one that C has made later, or was left; C has switched"
	      " stacks");
}

/* m->sys has become even and the P may be gone.  */
void
cgo__callback_exit (struct cgo__ctx *ctx)
{
  (void) ctx;
  struct cgo__m *m = __cgo_tls.m;
  if (cgo__debug.callstats)
    cgo__callstats_callback (m);
  cgo__exitsyscall_locked (m);
}
