/* m.c - Ms: parking, waking, and who owns which P.  How their threads begin and end is in
   thread.c.

   An M that finds nothing to run gives its P to the idle list, itself to the list
   of parked Ms, and sleeps on m->park.  Whoever has a P and work for it takes a
   parked M, or makes one, and hands the P over in m->nextp.

   A locked goroutine runs on its M alone.  Its M, when the goroutine waits, gives
   its P away and sleeps; the M that takes the goroutine off a queue hands over its
   own P and looks for another to do (cgo__startlockedm).

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"
#include "sched/signal.h"
#include "sched/chaos.h"
#include "sched/traceback.h"
#include "base/sys.h"

#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

/* ---- Owning a P ---- */

void
cgo__acquirep (struct cgo__m *m, struct cgo__p *p)
{
  cgo__lock (&m->lock);
  CGO__POST (m->p, p);
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
  CGO__POST (m->p, NULL);
  cgo__unlock (&m->lock);
  return p;
}

void
cgo__pidle_put (struct cgo__p *p)
{
  /* Relaxed: under the lock.  */
  if (CGO__UNLIKELY (atomic_load_explicit (&cgo__sched.stopping, memory_order_relaxed)))
    {
      cgo__p_stopped ();
      return;
    }
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

/* Takes a parked M off the list; null: there is none, or, if it FOLLOWS, a new one is better.

   Who hands a P on before C blocks sleeps the next moment, and its CPU is free then; but now it
   is not, and if no CPU is idle the kernel wakes a thread where it ran last.  So if this M
   FOLLOWS us it is to be one that has parked on our CPU.  Any other would share its CPU with a
   goroutine that computes, and ours be idle, until the kernel balances them, after
   milliseconds.  A few more threads than are needed at a time see to it that there mostly is one:
   a new thread begins where its maker is.  */
static struct cgo__m *
parked_m (bool follows)
{
  enum { NEAR = 16, SPARE = 4 };
  struct cgo__sched *s = &cgo__sched;
  int cpu = follows ? sched_getcpu () : -1;
  cgo__lock (&s->lock);
  struct cgo__m **at = &s->midle;
  for (int i = 0; follows && i < NEAR && *at && (*at)->cpu != cpu; i++)
    at = &(*at)->schedlink;
  if (follows && (!*at || (*at)->cpu != cpu))
    {
      /* Relaxed: a guess.  */
      if (atomic_load_explicit (&s->npidle, memory_order_relaxed) == 0
	  && s->nmidle < SPARE * cgo__np () && s->nm < cgo__debug.maxthreads / 2)
	{
	  cgo__unlock (&s->lock);
	  return NULL;
	}
      at = &s->midle;
    }
  while (*at && (*at)->schedlink && cgo__chaos (2))
    at = &(*at)->schedlink;
  struct cgo__m *m = *at;
  if (m)
    {
      *at = m->schedlink;
      s->nmidle--;
    }
  cgo__unlock (&s->lock);
  return m;
}

/* Lets some M run with P.  SPINNING: the caller counted it in nmspinning.  */
void
cgo__startm (struct cgo__p *p, bool spinning)
{
  /* Else a CPU is idle: one that has no P, or that of the P, which was idle.  sysmon has no M,
     and is idle most of the time.  */
  bool follows = cgo__np () >= cgo__ncpu && !spinning && __cgo_tls.m;
  struct cgo__m *m = parked_m (follows);
  if (!m && follows)
    {
      if (cgo__newm_spare (p))
	return;
      m = parked_m (false);
    }
  if (!m)
    {
      cgo__newm (p, spinning);
      return;
    }
  m->spinning = spinning;
  m->nextp = p;
  cgo__note_wake (&m->park);
}

static void
take_handed (struct cgo__m *m)
{
  cgo__note_clear (&m->park);
  struct cgo__p *p = m->nextp;
  m->nextp = NULL;
  cgo__acquirep (m, p);
}

void
cgo__sleep_for_p (struct cgo__m *m)
{
  cgo__note_sleep (&m->park, INT64_MAX);
  take_handed (m);
}

/* Takes M off the list of parked ones, unless there are no more of those than Ps, or somebody
   was faster and is about to hand it one.  */
static bool
not_wanted (struct cgo__m *m)
{
  cgo__lock (&cgo__sched.lock);
  struct cgo__m **at = &cgo__sched.midle;
  while (*at && *at != m)
    at = &(*at)->schedlink;
  bool leave = *at && (cgo__sched.nmidle > cgo__np () || cgo__chaos (2));
  if (leave)
    {
      *at = m->schedlink;
      cgo__sched.nmidle--;
    }
  cgo__unlock (&cgo__sched.lock);
  return leave;
}

/* The list is last in, first out, so who has lain in it for long is one too many.  Those that
   stay ask again, less and less often.  */
static void
sleep_or_end (struct cgo__m *m)
{
  int64_t patience = cgo__debug.threadidle * INT64_C (1000000);
  if (cgo__chaos (4))
    patience = INT64_C (1000000);
  for (; m->back && !cgo__note_sleep (&m->park, cgo__nanotime () + patience); patience *= 2)
    if (not_wanted (m))
      cgo__m_exit (m);
  cgo__note_sleep (&m->park, INT64_MAX);
}

/* Parks this M, which has no P, until it is handed one; or its thread ends.  */
void
cgo__stopm (void)
{
  struct cgo__m *m = __cgo_tls.m;
  m->cpu = sched_getcpu ();
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
  sleep_or_end (m);
  take_handed (m);
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

/* Whether the world is to stop, which has one P fewer to wait for now.  */
static bool
stopped (struct cgo__p *p)
{
  /* Relaxed: if it is seen late, whoever P is handed to sees it (cgo__schedule).  */
  if (CGO__LIKELY (!atomic_load_explicit (&cgo__sched.stopping, memory_order_relaxed)))
    return false;
  cgo__lock (&cgo__sched.lock);
  bool stop = atomic_load_explicit (&cgo__sched.stopping, memory_order_relaxed);
  if (stop)
    cgo__pidle_put (p);
  cgo__unlock (&cgo__sched.lock);
  return stop;
}

bool
cgo__work_anywhere (void)
{
  /* Relaxed: exact under the lock, else a guess.  */
  if (atomic_load_explicit (&cgo__sched.runqsize, memory_order_relaxed))
    return true;
  for (int i = cgo__np () - 1; i >= 0; i--)
    if (!cgo__runq_empty (cgo__sched.allp[i]))
      return true;
  return false;
}

/* P has lost its M to C: give it another if there is work, else idle it.  What is put on a queue
   at the same moment, sysmon finds (look_at).  */
void
cgo__handoffp (struct cgo__p *p)
{
  if (stopped (p))
    return;
  if (!cgo__runq_empty (p)
      || atomic_load_explicit (&cgo__sched.runqsize, memory_order_relaxed))
    {
      cgo__startm (p, false);
      return;
    }
  /* Nobody looks for work: let this one, there is some on other queues.  The orders
     are those of cgo__wakep.  */
  int none = 0;
  if (atomic_load_explicit (&cgo__sched.npidle, memory_order_seq_cst) == 0
      && cgo__work_anywhere ()
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
  cgo__fiber_last (__cgo_tls.m);
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
   could call back: neither one that did before, nor one we do not know of, and no
   channel waits for a signal.  True if sysmon must ask again, since only a thread that we
   do not know is in the way: such a one may end without a word, or be about to; or if
   sysmon must run, to send a signal.  */
bool
cgo__checkdead (void)
{
  struct cgo__sched *s = &cgo__sched;
  if (s->mainstate == CGO__EXITING || cgo__m_awake () > 0
      || !s->mainstarted
      || atomic_load_explicit (&s->npidle, memory_order_relaxed) < cgo__np ()
      || s->runq.n
      || s->nmforeign
      || cgo__timers_pending ())
    return false;
  for (int i = 0; i < cgo__np (); i++)
    if (!cgo__runq_empty (s->allp[i]))
      return false;
  /* Relaxed: registered by a goroutine that ran since, or its thread counts.  */
  if (atomic_load_explicit (&cgo__signal_chans, memory_order_relaxed)
      && !(s->mainstate == CGO__MAIN_LEFT
	   && cgo__ng () == 0))
    return !s->sysmon;
  if (count_threads () > s->nm + s->sysmon + cgo__tools.threads)
    return true;
  /* Relaxed: who ended had the lock since.  */
  if (s->mainstate == CGO__MAIN_LEFT && cgo__ng () == 0)
    exit_after_main (s);
  cgo__report_deadlock ();
}
