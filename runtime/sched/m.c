/* m.c - threads: starting, parking, waking, and who owns which P.

   An M that finds nothing to run gives its P to the idle list, itself to the list
   of parked Ms, and sleeps on m->park.  Whoever has a P and work for it takes a
   parked M, or makes one, and hands the P over in m->nextp.

   A locked goroutine runs on its M alone.  Its M, when the goroutine waits, gives
   its P away and sleeps; the M that takes the goroutine off a queue hands over its
   own P and looks for another to do (cgo__startlockedm).

   Ms are never freed: sysmon and the protocol of syscall.c read them without a
   lock.  An M whose foreign thread has ended is used again for the next one.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "sched/signal.h"
#include "sched/traceback.h"
#include "base/sys.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
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
  unsigned bits = (cgo__debug.stress ? CGO_RETAKE_STRESS : 0)
		  | (cgo__debug.callstats ? CGO_RETAKE_STATS : 0)
		  | (cgo__sched.fenced ? CGO_RETAKE_FENCED : 0);
  atomic_init (&m->retake, bits);
  bool slow = cgo__debug.stress || cgo__debug.callstats;
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

static void
set_m (struct cgo__m *m)
{
  __cgo_tls.m = m;
  __asm__ volatile ("movq %0, %%fs:%c1" : : "r" (m), "i" (CGO_M_SLOT) : "memory");
}

/* On the M's own thread: the thread-locals others look at, the signal stack.  */
void
cgo__m_thread_init (struct cgo__m *m)
{
  uintptr_t slot;
  __asm__ ("movq %%fs:0, %0" : "=r" (slot));
  cgo__lock (&m->lock);
  m->slots = (struct cgo__slots *) (slot + CGO_RESUME_SLOT);
  cgo__unlock (&m->lock);
  m->thread = pthread_self ();
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
  cgo__signal_m_fini (m);
  set_m (NULL);
}

/* ---- Owning a P ---- */

void
cgo__acquirep (struct cgo__m *m, struct cgo__p *p)
{
  cgo__lock (&m->lock);
  m->p = p;
  /* Relaxed: under the lock; other bits may be set without it.  */
  atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_TAKEN,
			     memory_order_relaxed);
  cgo__unlock (&m->lock);
}

struct cgo__p *
cgo__releasep (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  struct cgo__p *p = m->p;
  m->p = NULL;
  cgo__unlock (&m->lock);
  return p;
}

void
cgo__pidle_put (struct cgo__p *p)
{
  p->link = cgo__sched.pidle;
  cgo__sched.pidle = p;
  /* Seq_cst: see the fence in cgo__wakep.  */
  atomic_fetch_add_explicit (&cgo__sched.npidle, 1, memory_order_seq_cst);
}

struct cgo__p *
cgo__pidle_get_quiet (void)
{
  struct cgo__p *p = cgo__sched.pidle;
  if (p)
    {
      cgo__sched.pidle = p->link;
      /* seq_cst: pairs with cgo__wakep, which looks after it has made work visible.  */
      atomic_fetch_sub_explicit (&cgo__sched.npidle, 1, memory_order_seq_cst);
    }
  return p;
}

struct cgo__p *
cgo__pidle_get (void)
{
  struct cgo__p *p = cgo__pidle_get_quiet ();
  if (p)
    cgo__sysmon_wake ();
  return p;
}

/* ---- Threads of our own ---- */

static void *
mstart (void *arg)
{
  struct cgo__m *m = arg;
  cgo__m_thread_init (m);
  pthread_sigmask (SIG_SETMASK, &mask, NULL);	/* sysmon's has all blocked */
  m->g0sp = ((uintptr_t) __builtin_frame_address (0) - 256) & -(uintptr_t) 64;
  struct cgo__p *p = m->nextp;
  m->nextp = NULL;
  cgo__acquirep (m, p);
  cgo__on_g0 (cgo__schedule, m->g0sp);
}

static void
newm (struct cgo__p *p, bool spinning)
{
  cgo__sysmon_need ();
  struct cgo__m *m = cgo__m_alloc ();
  m->nextp = p;
  m->spinning = spinning;
  m->foreign = false;
  pthread_attr_t a;
  pthread_attr_init (&a);
  pthread_attr_setdetachstate (&a, PTHREAD_CREATE_DETACHED);
  if (cgo__debug.g0size)
    pthread_attr_setstacksize (&a, cgo__debug.g0size);
  pthread_t t;
  int err = pthread_create (&t, &a, mstart, m);
  pthread_attr_destroy (&a);
  if (err)
    cgo__fatal ("cannot create a thread (%s) while %d exist; raise RLIMIT_NPROC"
		" or the memory limit", strerror (err), cgo__sched.nm - 1);
}

/* Lets some M run with P.  SPINNING: the caller counted it in nmspinning.  */
void
cgo__startm (struct cgo__p *p, bool spinning)
{
  cgo__lock (&cgo__sched.lock);
  struct cgo__m *m = cgo__sched.midle;
  if (m)
    {
      cgo__sched.midle = m->schedlink;
      cgo__sched.nmidle--;
    }
  cgo__unlock (&cgo__sched.lock);
  if (!m)
    {
      newm (p, spinning);
      return;
    }
  m->spinning = spinning;
  m->nextp = p;
  cgo__note_wake (&m->park);
}

void
cgo__sleep_for_p (struct cgo__m *m)
{
  cgo__note_sleep (&m->park, INT64_MAX);
  cgo__note_clear (&m->park);
  struct cgo__p *p = m->nextp;
  m->nextp = NULL;
  cgo__acquirep (m, p);
}

/* Parks this M, which has no P, until it is handed one.  */
void
cgo__stopm (void)
{
  struct cgo__m *m = __cgo_tls.m;
  cgo__lock (&cgo__sched.lock);
  m->schedlink = cgo__sched.midle;
  cgo__sched.midle = m;
  cgo__sched.nmidle++;
  bool again = cgo__checkdead ();
  if (again)
    cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
  if (again)
    cgo__sysmon_need ();
  cgo__sleep_for_p (m);
}

/* Parks this M until its locked goroutine may run; it owns a P or none.  */
void
cgo__stoplockedm (void)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__p *p = cgo__releasep (m);
  if (p)
    cgo__handoffp (p);
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmlocked++;
  bool again = cgo__checkdead ();
  if (again)
    cgo__sysmon_wake ();
  cgo__unlock (&cgo__sched.lock);
  if (again)
    cgo__sysmon_need ();
  cgo__sleep_for_p (m);
}

/* Hands this M's P to the M that G is locked to, and parks.  */
void
cgo__startlockedm (struct cgo__g *g)
{
  struct cgo__m *m = __cgo_tls.m, *to = g->lockedm;
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmlocked--;
  cgo__unlock (&cgo__sched.lock);
  to->nextp = cgo__releasep (m);
  cgo__note_wake (&to->park);
  cgo__stopm ();
}

/* P has lost its M to C: give it another if there is work, else idle it.  */
void
cgo__handoffp (struct cgo__p *p)
{
  if (!cgo__runq_empty (p)
      || atomic_load_explicit (&cgo__sched.runqsize, memory_order_relaxed))
    {
      cgo__startm (p, false);
      return;
    }
  /* Nobody looks for work: let this one, there may be some on other queues.  The orders
     are those of cgo__wakep.  */
  int none = 0;
  if (atomic_load_explicit (&cgo__sched.npidle, memory_order_seq_cst) == 0
      && cgo__sched.np > 1
      && atomic_compare_exchange_strong_explicit (&cgo__sched.nmspinning, &none,
						  1, memory_order_seq_cst,
						  memory_order_relaxed))
    {
      cgo__startm (p, true);
      return;
    }
  cgo__lock (&cgo__sched.lock);
  if (cgo__sched.runq.n)
    {
      cgo__unlock (&cgo__sched.lock);
      cgo__startm (p, false);
      return;
    }
  cgo__pidle_put (p);
  cgo__unlock (&cgo__sched.lock);
}

/* ---- Deadlock ---- */

/* Threads of the process; if that cannot be told, very many.  The file has one line,
   `PID (NAME) STATE ...', and in its 20th field what we want.  */
static int
count_threads (void)
{
  enum { FIELD = 20 };
  char buf[1024], *s;
  int fd = cgo__sys_open ("/proc/self/stat", O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return INT_MAX;
  long n = cgo__sys_read (fd, buf, sizeof buf - 1);
  cgo__sys_close (fd);
  buf[n > 0 ? n : 0] = 0;
  s = strrchr (buf, ')');
  for (int i = 2; s && i < FIELD; i++)
    s = strchr (s + 1, ' ');
  return s ? atoi (s) : INT_MAX;
}

/* main called pthread_exit and all has ended since.  Any M may come here, with the lock,
   as in libc any thread may be the last.  */
_Noreturn static void
exit_after_main (struct cgo__sched *s)
{
  s->mainstate = CGO__EXITING;
  cgo__unlock (&s->lock);
  exit (0);
}

int
cgo__m_awake (void)
{
  struct cgo__sched *s = &cgo__sched;
  return s->nm - s->nmidle - s->nmlocked;
}

/* Called, with the lock held, when an M goes to sleep, and by sysmon.  Nothing can ever
   happen again when every M sleeps, no timer is armed, and no foreign thread
   could call back: neither one that did before, nor one we do not know of.  True
   if only the last is in the way: such a thread may end without a word, or be
   about to, so that sysmon must ask again.  */
bool
cgo__checkdead (void)
{
  struct cgo__sched *s = &cgo__sched;
  if (s->mainstate == CGO__EXITING || cgo__m_awake () > 0
      || !s->mainstarted
      || atomic_load_explicit (&s->npidle, memory_order_relaxed) < s->np
      || s->runq.n
      || s->nmforeign
      || cgo__timers_pending ())
    return false;
  for (int i = 0; i < s->np; i++)
    if (!cgo__runq_empty (s->allp[i]))
      return false;
  if (count_threads () > s->nm + s->sysmon)
    return true;
  /* Relaxed: who ended had the lock since.  */
  if (s->mainstate == CGO__MAIN_LEFT
      && atomic_load_explicit (&s->ng, memory_order_relaxed) == 0)
    exit_after_main (s);
  cgo__report_deadlock ();
}
