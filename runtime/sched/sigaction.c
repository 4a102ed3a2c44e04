/* sigaction.c - sigaction and its older relatives, as programs see them.

   A signal may interrupt a goroutine on a stack with a few hundred bytes left, so
   every handler runs on the M's signal stack; and it is ordinary code, goroutine
   code perhaps, so the guard slot must say that a system stack runs.  The kernel
   does the first when SA_ONSTACK is set, and nobody does the second.  So these
   functions stand in front of libc's, for the program and every library: what the
   kernel gets is SA_ONSTACK and a trampoline, cgo__sigtramp, which does what must
   be done and calls the program's handler.

   What a query returns is what the program had set.  The flags come from the
   kernel, except for the two that we add.  SA_RESETHAND, SA_NODEFER and the mask
   are the kernel's business, SIG_DFL and SIG_IGN pass through.

   No lock guards the table: these functions may be called in a handler, and in the
   child after a fork, where nobody would release it.  Two threads that set the same
   signal at once can get the handler of one with the flags of the other.

   libc calls its own sigaction inside (system, abort, posix_spawn) by another name;
   it only ever puts back what it found.

   Rejected: wrapping at link time (--wrap), which does not reach libraries.

   SPDX-License-Identifier: MIT  */

#include "sched/signal.h"

#include <errno.h>

#define EXPORT __attribute__ ((visibility ("default")))

enum { OURS = SA_ONSTACK | SA_SIGINFO };

/* Of CGO__SIGASYNC, once it is ours: SA_RESTART is set, and SA_RESETHAND is up to the
   trampoline.  */
enum { OWN = OURS | SA_RESTART | SA_RESETHAND };
static _Atomic bool own;

/* Acquire: pairs with cgo__sigaction_own.  */
static bool
own_p (int sig)
{
  return sig == CGO__SIGASYNC && atomic_load_explicit (&own, memory_order_acquire);
}

/* By signal: the program's handler and which of OURS it had set itself.  Written
   before the kernel is told, so that the trampoline finds it.  */
static _Atomic (void *) handlers[_NSIG];
static _Atomic int flags[_NSIG];

__thread uintptr_t cgo__signal_frame;

/* ---- What the kernel calls ---- */

static void
set_slow (struct cgo__m *m, bool on)
{
  /* Relaxed: nobody but this thread looks at it.  */
  if (m)
    atomic_store_explicit (&m->cbslow, on ? CGO__CBSLOW_SIGNAL : 0,
			   memory_order_relaxed);
}

/* Whether it is sysmon's signal (async.c).  */
static bool
async_p (int sig, const siginfo_t *info)
{
  return (sig == CGO__SIGASYNC && info->si_code == SI_QUEUE
	  && info->si_value.sival_ptr == &cgo__sched);
}

/* The saved guard may go back into the slot: the goroutine under us cannot move,
   and nobody else changes a slot that is 0.  */
static void
cgo__sigtramp (int sig, siginfo_t *info, void *context)
{
  uintptr_t guard = cgo__guard_get ();
  cgo__guard_set (CGO_GUARD_SYSTEM);
  if (async_p (sig, info) && cgo__async_signal (context, &guard))
    {
      cgo__guard_set (guard);
      return;
    }
  int err = errno;
  struct cgo__m *m = __cgo_tls.m;
  /* Relaxed: a hint.  The kernel keeps one of a kind: sysmon's may have been dropped.  */
  if (m && sig == CGO__SIGASYNC)
    atomic_store_explicit (&m->async, false, memory_order_relaxed);
  uint32_t api = m ? m->api : 0;
  uintptr_t outer = cgo__signal_frame;
  volatile uintptr_t mark = cgo__signal_mark ((uintptr_t) &mark);
  cgo__signal_frame = (uintptr_t) &mark;
  set_slow (m, true);
  if (m)
    m->api = 0;

  /* A handler without SA_SIGINFO ignores two arguments.  Relaxed: the kernel got
     the trampoline after the handler was stored.  */
  void (*handler) (int, siginfo_t *, void *)
    = atomic_load_explicit (&handlers[sig], memory_order_relaxed);
  int f = atomic_load_explicit (&flags[sig], memory_order_relaxed);
  if (f & SA_RESETHAND)
    atomic_store_explicit (&handlers[sig], SIG_DFL, memory_order_relaxed);
  if (handler != (void *) SIG_DFL && handler != (void *) SIG_IGN)
    handler (sig, info, context);

  if (m)
    m->api = api;
  mark = 0;
  cgo__signal_frame = outer;
  set_slow (m, outer != 0);
  errno = err;
  cgo__guard_set (guard);
}

/* ---- Between the program's view and the kernel's ---- */

static bool
valid (int sig)
{
  return sig > 0 && sig < _NSIG;
}

static bool
is_function (const struct sigaction *a)
{
  return a->sa_handler != SIG_DFL && a->sa_handler != SIG_IGN;
}

/* Makes of what the kernel has what the program had set.  */
static void
to_user (int sig, struct sigaction *a, void *handler, int f)
{
  if (a->sa_sigaction == cgo__sigtramp)
    {
      a->sa_sigaction = handler;
      a->sa_flags = (a->sa_flags & ~(own_p (sig) ? OWN : OURS)) | f;
    }
  else if (cgo__fault_p (a) || cgo__quit_p (a))
    {
      a->sa_handler = SIG_DFL;
      a->sa_flags = 0;
      sigemptyset (&a->sa_mask);
    }
}

static int
query (int sig, struct sigaction *old)
{
  int r = __sigaction (sig, NULL, old);
  if (r == 0 && old)
    to_user (sig, old, atomic_load_explicit (&handlers[sig], memory_order_relaxed),
	     atomic_load_explicit (&flags[sig], memory_order_relaxed));
  return r;
}

static int
set_function (int sig, const struct sigaction *act, struct sigaction *old)
{
  struct sigaction k = *act;
  k.sa_sigaction = cgo__sigtramp;
  k.sa_flags |= OURS;
  if (own_p (sig))
    k.sa_flags = (k.sa_flags | SA_RESTART) & ~SA_RESETHAND;
  /* Release: a trampoline on another thread calls HANDLER, and must see what its
     installer prepared; the kernel's own locks do the rest.  */
  void *handler = atomic_exchange_explicit (&handlers[sig],
					    (void *) act->sa_sigaction,
					    memory_order_release);
  int f = atomic_exchange_explicit (&flags[sig],
				    act->sa_flags & (own_p (sig) ? OWN : OURS),
				    memory_order_relaxed);
  int r = __sigaction (sig, &k, old);
  if (r != 0)
    {
      atomic_store_explicit (&handlers[sig], handler, memory_order_relaxed);
      atomic_store_explicit (&flags[sig], f, memory_order_relaxed);
    }
  else if (old)
    to_user (sig, old, handler, f);
  return r;
}

/* SIG_DFL or SIG_IGN.  The default action of a fault, and of SIGQUIT, begins with our report.  */
static int
set_constant (int sig, const struct sigaction *act, struct sigaction *old)
{
  int r = query (sig, old);
  if (r == 0)
    r = __sigaction (sig, act, NULL);
  if (r == 0 && act->sa_handler == SIG_DFL)
    {
      cgo__fault_install (sig);
      cgo__quit_install (sig);
    }
  return r;
}

EXPORT int
sigaction (int sig, const struct sigaction *restrict act,
	   struct sigaction *restrict old)
{
  if (!valid (sig))
    {
      errno = EINVAL;
      return -1;
    }
  if (!act)
    return query (sig, old);
  if (is_function (act) || own_p (sig))
    return set_function (sig, act, old);
  return set_constant (sig, act, old);
}

extern __typeof (sigaction) cgo__sigaction __attribute__ ((alias ("sigaction"), copy (sigaction)));

void
cgo__sigaction_adopt (int sig)
{
  struct sigaction a;
  if (__sigaction (sig, NULL, &a) == 0 && is_function (&a)
      && a.sa_sigaction != cgo__sigtramp && !cgo__fault_p (&a) && !cgo__quit_p (&a))
    set_function (sig, &a, NULL);
}

/* What is set now goes on to be what the program sees.  */
void
cgo__sigaction_own (int sig)
{
  struct sigaction a;
  if (query (sig, &a) != 0)
    return;
  /* Release: a trampoline on another thread.  */
  atomic_store_explicit (&own, true, memory_order_release);
  set_function (sig, &a, NULL);
}

/* ---- The older forms ---- */

/* Signals that siginterrupt was called for.  */
static _Atomic uint64_t interrupts;

static sighandler_t
set_old (int sig, sighandler_t handler, int f, bool mask_itself)
{
  struct sigaction act, old;
  if (handler == SIG_ERR || !valid (sig))
    {
      errno = EINVAL;
      return SIG_ERR;
    }
  act.sa_handler = handler;
  act.sa_flags = f;
  sigemptyset (&act.sa_mask);
  if (mask_itself)
    sigaddset (&act.sa_mask, sig);
  return sigaction (sig, &act, &old) == 0 ? old.sa_handler : SIG_ERR;
}

EXPORT sighandler_t
signal (int sig, sighandler_t handler)
{
  uint64_t set = atomic_load_explicit (&interrupts, memory_order_relaxed);
  bool interrupt = valid (sig) && (set >> (sig - 1) & 1);
  return set_old (sig, handler, interrupt ? 0 : SA_RESTART, true);
}

EXPORT sighandler_t bsd_signal (int, sighandler_t) __THROW
  __attribute__ ((alias ("signal")));
EXPORT sighandler_t ssignal (int, sighandler_t) __THROW
  __attribute__ ((alias ("signal")));

EXPORT int
siginterrupt (int sig, int interrupt)
{
  struct sigaction act;
  if (sigaction (sig, NULL, &act) != 0)
    return -1;
  uint64_t bit = (uint64_t) 1 << (sig - 1);
  act.sa_flags &= ~SA_RESTART;
  if (interrupt)
    atomic_fetch_or_explicit (&interrupts, bit, memory_order_relaxed);
  else
    {
      atomic_fetch_and_explicit (&interrupts, ~bit, memory_order_relaxed);
      act.sa_flags |= SA_RESTART;
    }
  return sigaction (sig, &act, NULL);
}

EXPORT sighandler_t
__sysv_signal (int sig, sighandler_t handler)
{
  return set_old (sig, handler, SA_RESETHAND | SA_NODEFER, false);
}

EXPORT sighandler_t sysv_signal (int, sighandler_t) __THROW
  __attribute__ ((alias ("__sysv_signal")));

EXPORT sighandler_t
sigset (int sig, sighandler_t disposition)
{
  sigset_t set, before;
  struct sigaction old;
  if (!valid (sig) || disposition == SIG_ERR)
    {
      errno = EINVAL;
      return SIG_ERR;
    }
  sigemptyset (&set);
  sigaddset (&set, sig);
  bool hold = disposition == SIG_HOLD;
  if (hold)
    old.sa_handler = sigaction (sig, NULL, &old) == 0 ? old.sa_handler : SIG_ERR;
  else
    old.sa_handler = set_old (sig, disposition, 0, false);
  if (old.sa_handler == SIG_ERR
      || sigprocmask (hold ? SIG_BLOCK : SIG_UNBLOCK, &set, &before) != 0)
    return SIG_ERR;
  return sigismember (&before, sig) ? SIG_HOLD : old.sa_handler;
}
