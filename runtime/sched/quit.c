/* quit.c - SIGQUIT: what every goroutine does, and then the end.

   A program that hangs is asked what it does by ^\, or `kill -QUIT': it prints every goroutine and
   exits with status 2 (CGOTRACEBACK=none: prints one line).  That is what the signal does where
   the program has no handler of its own, and main is goroutine code: where a library brings the
   runtime into a program of C, the signal stays C's.  One that was ignored when the program
   started stays so.

   The kernel gives the signal to some thread, in the middle of anything, and the report is made
   there and then.  It takes no lock, and allocates by mmap only, so it does not matter what all
   others do: run goroutines that never yield, wait in C, or sleep.  If it hangs all the same, a
   second SIGQUIT ends the program.

   A goroutine that another thread runs can be walked by that thread only.  So it is asked to, by
   the same signal: cgo__ask_thread says whom it wants to hear, the thread's handler prints, the
   one that asks waits until it has.  A thread that blocks the signal does not answer; after
   a second that is that.  Reports of named errors ask, too, if they print more than one
   goroutine, whatever handler of SIGQUIT the program has, as it is over anyway.

   SPDX-License-Identifier: MIT  */

#include "sched/signal.h"
#include "base/sys.h"
#include "sched/traceback.h"

#include <errno.h>
#include <stdint.h>

static const int64_t second = 1000 * 1000 * 1000;

/* ---- Asking another thread ---- */

enum { IDLE, ASKED, ANSWERS };
enum { DEAF = 3 };		/* so many do not answer, then none is asked */

/* Written by the one thread that reports (cgo__fatal_begin).  Release by who asks, acquire by who
   answers, which then sees what is wanted; and back.  */
static _Atomic uint32_t phase;
static struct cgo__m *whom;
static struct cgo__g *what;
static bool answered;
static struct cgo__note done;

static void handle (int, siginfo_t *, void *);

static void
install (void)
{
  struct sigaction ours = { .sa_sigaction = handle };
  /* A fault in the report has one of its own (fault.c).  */
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigfillset (&ours.sa_mask);
  sigdelset (&ours.sa_mask, SIGSEGV);
  sigdelset (&ours.sa_mask, SIGBUS);
  __sigaction (SIGQUIT, &ours, NULL);
}

/* On the thread that was sent the signal.  False: it is not about us.  */
static bool
answer (struct cgo__m *m, void *context)
{
  uint32_t p = ASKED;
  if (!m || atomic_load_explicit (&phase, memory_order_acquire) != ASKED || whom != m
      || !atomic_compare_exchange_strong_explicit (&phase, &p, ANSWERS, memory_order_acquire,
						   memory_order_relaxed))
    return false;
  answered = m->curg == what;
  if (answered)
    cgo__traceback_this (*cgo__context_pc (context), cgo__running_name (m));
  atomic_store_explicit (&phase, IDLE, memory_order_release);
  cgo__note_wake (&done);
  return true;
}

static bool
wait_for_answer (void)
{
  uint32_t p = ASKED;
  if (cgo__note_sleep (&done, cgo__nanotime () + second))
    return true;
  if (atomic_compare_exchange_strong_explicit (&phase, &p, IDLE, memory_order_acquire,
					       memory_order_acquire))
    return false;
  /* It has just begun, and may fault.  */
  return cgo__note_sleep (&done, cgo__nanotime () + 5 * second);
}

bool
cgo__ask_thread (struct cgo__m *m, struct cgo__g *g)
{
  static int deaf;
  static bool installed;
  if (!m || m == __cgo_tls.m || !m->slots || deaf == DEAF)
    return false;
  if (!installed)
    install ();
  installed = true;
  whom = m;
  what = g;
  answered = false;
  cgo__note_clear (&done);
  atomic_store_explicit (&phase, ASKED, memory_order_release);
  if (cgo__sys_tgkill (cgo__sys_getpid (), m->tid, SIGQUIT) == 0 && wait_for_answer ())
    return answered;
  atomic_store_explicit (&phase, IDLE, memory_order_relaxed);
  deaf++;
  return false;
}

/* ---- The signal ---- */

static _Atomic bool begun;

/* Returns if this thread was just reporting something else, after which the program ends.  */
static void
quit (uintptr_t pc)
{
  if (!cgo__fatal_begin ())
    return;
  cgo__print ("cgo: SIGQUIT\n");
  cgo__traceback_waits (SIZE_MAX, pc);
  cgo__fatal_exit ();
}

/* Whether somebody else than cgo__ask_thread has sent it.  */
static bool
from_outside (const siginfo_t *info)
{
  return info->si_code != SI_TKILL || info->si_pid != cgo__sys_getpid ();
}

static void
handle (int sig, siginfo_t *info, void *context)
{
  (void) sig;
  uintptr_t guard = cgo__guard_get ();
  cgo__guard_set (CGO_GUARD_SYSTEM);
  int err = errno;
  if (!answer (__cgo_tls.m, context))
    {
      /* Relaxed: only who is first matters.  */
      if (!atomic_exchange_explicit (&begun, true, memory_order_relaxed))
	quit (*cgo__context_pc (context));
      else if (from_outside (info))
	cgo__fatal_exit ();
    }
  errno = err;
  cgo__guard_set (guard);
}

bool
cgo__quit_p (const struct sigaction *a)
{
  return a->sa_sigaction == handle;
}

void
cgo__quit_install (int sig)
{
  struct sigaction now;
  if (sig == SIGQUIT && cgo__sched.mainstarted && __sigaction (sig, NULL, &now) == 0
      && now.sa_handler == SIG_DFL)
    install ();
}
