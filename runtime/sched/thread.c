/* thread.c - the threads of Ms: how they begin and end.

   A thread is made when there is a P with work and no parked M (cgo__startm).  It ends when
   it has been parked for a while and there are more parked ones than Ps (m.c), or when a
   goroutine ends that had locked itself to it: whatever that one did to the thread goes with
   it.  Its stack, which is the g0 stack, goes back to libc.

   Ms are never freed: sysmon and the protocol of syscall.c read them without a
   lock.  An M whose thread has ended is used again for the next one.

   A thread begins and ends with all signals blocked: handlers are to run on the signal stack,
   which it does not have yet, or no more.  Destructors of thread-locals run after that.

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"
#include "sched/signal.h"
#include "base/sys.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

__thread struct cgo__tls __cgo_tls;

static sigset_t mask;

void
cgo__m_init (void)
{
  pthread_sigmask (SIG_SETMASK, NULL, &mask);
}

void
cgo__m_mask (const sigset_t *now)
{
  if (cgo__on_initial_thread ())
    mask = *now;
}

struct cgo__m *
cgo__m_alloc (void)
{
  cgo__lock (&cgo__sched.lock);
  struct cgo__m *m = cgo__sched.mfree;
  if (m)
    cgo__sched.mfree = m->schedlink;
  int n = ++cgo__sched.nm;
  cgo__unlock (&cgo__sched.lock);
  if (n > cgo__debug.maxthreads)
    cgo__fatal ("%d threads are in use, the limit of CGODEBUG=maxthreads;"
		" too many goroutines wait in C at once", n - 1);
  if (m)
    return m;
  m = aligned_alloc (64, (sizeof *m + 63) & -64);
  if (!m)
    cgo__die ("out of memory for a thread");
  memset (m, 0, sizeof *m);
  static _Atomic uint64_t ids;
  m->id = atomic_fetch_add_explicit (&ids, 1, memory_order_relaxed);
  cgo__fiber_m (m);
  unsigned bits = (cgo__debug.stress ? CGO_RETAKE_STRESS : 0)
		  | (cgo__debug.callstats ? CGO_RETAKE_STATS : 0)
		  | (cgo__debug.chaos ? CGO_RETAKE_CHAOS : 0)
		  | (cgo__tools.tsan || CGO__CHECKED ? CGO_RETAKE_TSAN : 0)
		  | (cgo__sched.fenced ? CGO_RETAKE_FENCED : 0);
  atomic_init (&m->retake, bits);
  bool slow = cgo__debug.stress || cgo__debug.callstats || cgo__debug.chaos
	      || cgo__tools.tsan || CGO__CHECKED;
  atomic_init (&m->sys, slow ? CGO__SYS_SLOW : 0);
  struct cgo__m *head = atomic_load_explicit (&cgo__sched.allm,
					      memory_order_relaxed);
  do
    m->alllink = head;
  /* Release: sysmon's acquire of allm sees the fields.  */
  while (!atomic_compare_exchange_weak_explicit (&cgo__sched.allm, &head, m,
						 memory_order_release,
						 memory_order_relaxed));
  return m;
}

/* M has no thread any more, or got none.  Lock held.  */
void
cgo__m_free (struct cgo__m *m)
{
  cgo__sched.nm--;
  m->schedlink = cgo__sched.mfree;
  cgo__sched.mfree = m;
}

static void
set_m (struct cgo__m *m)
{
  __cgo_tls.m = m;
  __asm__ volatile ("movq %0, %%fs:%c1" : : "r" (m), "i" (CGO_M_SLOT) : "memory");
}

void
cgo__m_thread_init (struct cgo__m *m)
{
  uintptr_t slot;
  __asm__ ("movq %%fs:0, %0" : "=r" (slot));
  cgo__lock (&m->lock);
  m->slots = (struct cgo__slots *) (slot + CGO_RESUME_SLOT);
  cgo__unlock (&m->lock);
  m->thread = pthread_self ();
  m->tid = cgo__sys_gettid ();
  m->errnop = &errno;
  cgo__fp_stop (m);
  atomic_store_explicit (&m->async, false, memory_order_relaxed);
  m->stack = (struct cgo__bounds) { 0, 0 };
  if (!m->foreign)
    cgo__m_bounds (m, false);
  cgo__signal_m_init (m);
  cgo__callback_bind (m);
  set_m (m);
}

void
cgo__m_thread_fini (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  m->slots = NULL;
  cgo__unlock (&m->lock);
  /* First: a handler that runs between the two finds no M, as on any other thread.  */
  set_m (NULL);
  cgo__signal_m_fini (m);
}

void
cgo__block_signals (sigset_t *old)
{
  sigset_t all;
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, old);
}

/* ---- The thread begins ---- */

/* On the M's own thread, for ever: the g0 stack begins here, below the frame of mstart.  */
__attribute__ ((noinline)) static void
run (struct cgo__m *m)
{
  m->g0sp = ((uintptr_t) __builtin_frame_address (0) - 256) & -(uintptr_t) 64;
  struct cgo__p *p = m->nextp;
  m->nextp = NULL;
  cgo__acquirep (m, p);
  cgo__on_g0 (cgo__schedule, m->g0sp);
}

static void *
mstart (void *arg)
{
  struct cgo__m *m = arg;
  void *volatile own = cgo__tools.tsan ? __tsan_get_current_fiber () : NULL;
  cgo__fiber_stop (m, NULL);
  void *back[5];		/* what __builtin_setjmp wants */
  if (__builtin_setjmp (back) == 0)
    {
      m->back = back;
      cgo__m_thread_init (m);
      pthread_sigmask (SIG_SETMASK, &mask, NULL);	/* all were blocked */
      run (m);
    }
  if (own)
    __tsan_switch_to_fiber (own, 0);
  return NULL;
}

/* 0, or what the error is.  */
static int
try_to_create (struct cgo__m *m)
{
  cgo__tsan_ignore_begin ();
  pthread_attr_t a;
  pthread_attr_init (&a);
  pthread_attr_setdetachstate (&a, PTHREAD_CREATE_DETACHED);
  if (cgo__debug.g0size)
    pthread_attr_setstacksize (&a, cgo__debug.g0size);
  pthread_t t;
  sigset_t old;
  cgo__block_signals (&old);
  int err = pthread_create (&t, &a, mstart, m);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  pthread_attr_destroy (&a);
  cgo__tsan_ignore_end ();
  return err;
}

static void
create (struct cgo__m *m)
{
  int err = try_to_create (m);
  if (err)
    cgo__fatal ("cannot create a thread (%s) while %d exist; raise RLIMIT_NPROC"
		" or the memory limit", strerror (err), cgo__sched.nm - 1);
}

/* A new thread has what the one that makes it has: name space, affinity, limits.  Goroutines
   lock themselves to a thread to change just that, and C's threads are C's.  Then sysmon makes
   it, which was started before.  */
static bool
of_their_own (struct cgo__m *m)
{
  if (!m || m->foreign || m->ends)
    return true;
  struct cgo__g *g = m->curg ? m->curg : m->lockedg;
  return g && g->locks;
}

static struct cgo__m *
new_m (struct cgo__p *p, bool spinning)
{
  cgo__sysmon_need ();
  struct cgo__m *m = cgo__m_alloc ();
  m->nextp = p;
  m->spinning = spinning;
  CGO__POST (m->foreign, false);
  m->ends = false;
  cgo__handoff_new (m);
  return m;
}

bool
cgo__newm_spare (struct cgo__p *p)
{
  if (of_their_own (__cgo_tls.m))
    return false;
  struct cgo__m *m = new_m (p, false);
  if (try_to_create (m) == 0)
    return true;
  m->nextp = NULL;
  cgo__lock (&cgo__sched.lock);
  cgo__m_free (m);
  cgo__unlock (&cgo__sched.lock);
  return false;
}

void
cgo__newm (struct cgo__p *p, bool spinning)
{
  struct cgo__m *m = new_m (p, spinning);
  if (!of_their_own (__cgo_tls.m))
    {
      create (m);
      return;
    }
  cgo__lock (&cgo__sched.lock);
  m->schedlink = cgo__sched.mnew;
  CGO__POST (cgo__sched.mnew, m);
  cgo__unlock (&cgo__sched.lock);
  cgo__note_wake (&cgo__sched.sysmonnote);
}

/* By sysmon.  */
void
cgo__newm_asked (void)
{
  /* Who puts one there wakes us afterwards.  */
  if (!CGO__PEEK (cgo__sched.mnew))
    return;
  cgo__lock (&cgo__sched.lock);
  struct cgo__m *m = cgo__sched.mnew;
  CGO__POST (cgo__sched.mnew, NULL);
  cgo__unlock (&cgo__sched.lock);
  while (m)
    {
      struct cgo__m *next = m->schedlink;
      create (m);
      m = next;
    }
}

/* ---- The thread ends ---- */

/* The initial thread cannot end alone.  It sleeps as if it waited for its goroutine.  */
_Noreturn static void
sleep_for_ever (struct cgo__m *m)
{
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmlocked++;
  bool again = cgo__checkdead ();
  if (again)
    cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
  for (;;)
    cgo__note_sleep (&m->park, INT64_MAX);
}

/* M has no P and is on no list.  */
_Noreturn void
cgo__m_exit (struct cgo__m *m)
{
  void **back = m->back;
  if (!back)
    sleep_for_ever (m);
  m->back = NULL;
  cgo__block_signals (NULL);
  cgo__callback_unbind ();
  cgo__m_thread_fini (m);
  cgo__lock (&cgo__sched.lock);
  cgo__m_free (m);
  /* Until the thread is gone this only says that sysmon has to ask again.  */
  if (cgo__checkdead ())
    cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
  __builtin_longjmp (back, 1);
}
