/* fault.c - SIGSEGV, SIGBUS, SIGFPE and SIGILL in a program that does not handle them.

   Three causes are told apart:

     C needed more than the thread's stack	named error, exit status 2
     goroutine code overran its segment
     (CGODEBUG=guardpage=1 finds that)		named error, exit status 2
     any other					one line and a traceback, then the
						default action: the exit status is
						the signal, and a core is dumped if
						one would have been

   SIGABRT, SIGTRAP and SIGSYS are left alone: who raises them has said why, or is a debugger's
   or a sandbox's.  So is a signal that was sent, by kill, say.

   A thread without a signal stack, one that has never run a goroutine, gets a
   report only if its stack is not full.

   The handler runs on the signal stack, and a fault may find the program in the
   middle of anything, so it uses as little as there is (symbol.c).  If the report
   itself faults, or hangs at the dynamic linker's lock, which it cannot do without,
   what is left to say is said without names, and the program ends as it would
   have.

   SPDX-License-Identifier: MIT  */

#include "sched/signal.h"
#include "base/sys.h"
#include "base/tools.h"
#include "sched/symbol.h"
#include "sched/traceback.h"

#include <dlfcn.h>
#include <errno.h>
#include <sys/time.h>
#include <unwind.h>

enum cause { OTHER, G0, SEGMENT };

struct fault
{
  int sig;
  enum cause cause;
  uintptr_t address, pc, sp;
};

static const struct { int sig; const char *name; } faults[] = {
  { SIGSEGV, "SIGSEGV" }, { SIGBUS, "SIGBUS" }, { SIGFPE, "SIGFPE" }, { SIGILL, "SIGILL" }
};
enum { FAULTS = sizeof faults / sizeof faults[0] };

/* Of one of these, else null.  */
static const char *
fault_name (int sig)
{
  for (int i = 0; i < FAULTS; i++)
    if (faults[i].sig == sig)
      return faults[i].name;
  return NULL;
}

/* Whether it is about an address that was used, not the instruction's own.  */
static bool
is_access (int sig)
{
  return sig == SIGSEGV || sig == SIGBUS;
}

/* ---- What happened ---- */

enum
{
  NEAR = 64 << 10,		/* an access through the stack pointer */
  BEYOND = 64 << 20		/* a frame that reaches far beyond the end */
};

/* Whether there is memory between LO and HI, or too much to look at.  The kernel knows: it
   reads a signal mask there before it finds that we want nothing done with it.  */
static bool
memory_between (uintptr_t lo, uintptr_t hi)
{
  enum { NOTHING = -1, PAGE = 4096 };
  if (lo < hi && hi - lo > BEYOND)
    return true;
  for (lo &= -(uintptr_t) PAGE; lo < hi; lo += PAGE)
    if (cgo__sys_rt_sigprocmask (NOTHING, (void *) lo, NULL) != -EFAULT)
      return true;
  return false;
}

/* On a system stack, an access near the stack pointer cannot fault unless the
   stack is at its end; a big frame may touch memory well beyond it first.  If there is memory
   between, the stack pointer is on a stack that C has made.  */
static bool
is_g0_overrun (struct cgo__m *m, const struct fault *f)
{
  if (!m)
    return false;
  struct cgo__bounds b = cgo__m_bounds (m, true);
  if (!b.hi || f->address >= b.hi || f->address + BEYOND < b.lo)
    return false;
  if (f->sp >= b.hi || memory_between (f->sp, b.lo))
    return false;
  if (f->address + NEAR > f->sp && f->address < f->sp + NEAR)
    return true;
  return f->address < b.lo && f->sp < b.lo + NEAR;
}

/* On a segment: an access just below it, or by a function that has put the stack pointer
   there.  */
static bool
is_segment_overrun (struct cgo__m *m, const struct fault *f, uintptr_t guard)
{
  if (!cgo__debug.guardpage || !m || !m->curg || !m->curg->seg)
    return false;
  uintptr_t lo = m->curg->seg->lo;
  if (f->address >= lo)
    return false;
  return (f->address >= lo - cgo__seg_below
	  || (guard != CGO_GUARD_SYSTEM && f->sp < lo && f->sp + BEYOND > lo));
}

static enum cause
cause_of (const struct fault *f, uintptr_t guard)
{
  if (!is_access (f->sig))
    return OTHER;
  if (guard == CGO_GUARD_SYSTEM && is_g0_overrun (__cgo_tls.m, f))
    return G0;
  return is_segment_overrun (__cgo_tls.m, f, guard) ? SEGMENT : OTHER;
}

/* Of an overrun: the search for the frame in which the segment ends.  */
struct culprit
{
  const struct cgo__seg *seg;
  uintptr_t from, pc;		/* the faulting instruction; a place in that function */
  bool begun;
};

static _Unwind_Reason_Code
look_for_end (struct _Unwind_Context *c, void *arg)
{
  struct culprit *w = arg;
  int exact = 0;
  uintptr_t pc = _Unwind_GetIPInfo (c, &exact);
  uintptr_t sp = _Unwind_GetCFA (c);
  w->begun |= pc == w->from;
  if (!w->begun)
    return _URC_NO_REASON;
  if (!pc || (sp >= w->seg->lo && sp <= (uintptr_t) w->seg))
    return _URC_END_OF_STACK;
  w->pc = exact ? pc : pc - 1;
  return _URC_NO_REASON;
}

/* The function that took more stack than there was: what faults may be one that it calls,
   memset for its array.  */
static uintptr_t
culprit (const struct fault *f)
{
  struct culprit w = { __cgo_tls.m->curg->seg, f->pc, f->pc, false };
  if (f->sp < w.seg->lo)
    _Unwind_Backtrace (look_for_end, &w);
  return w.pc;
}

/* The function to name.  If the runtime's own code has used a bad pointer of the program's, or
   looked at what a pointer to a function leads to: the program's that called it.  */
static uintptr_t
place_of (const struct fault *f)
{
  if (f->cause == SEGMENT)
    return culprit (f);
  if (f->cause == OTHER && cgo__symbol_kind (f->pc) != CGO__SYMBOL_USER)
    return cgo__traceback_place (f->pc);
  return f->pc;
}

/* ---- The report ---- */

enum { PATIENCE = 30 };		/* seconds a report may take */

/* A fault whose line is not printed yet, whether the report under way is of one
   that has its default action afterwards, and its signal.  Written by the
   reporting thread only (cgo__fatal_begin).  */
static const struct fault *unsaid;
static bool by_signal;
static int reported_sig;

/* The kernel keeps a page of the first thread's stack.  */
static size_t
g0_size (struct cgo__m *m)
{
  enum { ROUND = 64 << 10 };
  struct cgo__bounds b = cgo__m_bounds (m, true);
  return (b.hi - b.lo + ROUND - 1) & -(size_t) ROUND;
}

static void
print_line (const struct fault *f, const char *function)
{
  char who[128], size[32];
  int n = cgo__fatal_who ? cgo__fatal_who (who, sizeof who) : 0;
  who[n] = 0;
  switch (f->cause)
    {
    case G0:
      cgo__size_name (g0_size (__cgo_tls.m), size, sizeof size);
      cgo__print ("cgo: %sC code overran the g0 stack of %s in %s\n", who, size,
		  function);
      break;
    case SEGMENT:
      cgo__print ("cgo: %sgoroutine stack segment overrun in %s\n", who,
		  function);
      break;
    case OTHER:
      cgo__print ("cgo: %s%s at 0x%lx in %s\n", who, fault_name (f->sig),
		  (unsigned long) f->address, function);
      break;
    }
}

static void
give_up (void)
{
  if (unsaid)
    print_line (unsaid, "a function that could not be named");
  else
    cgo__print ("\t(the traceback failed here)\n");
}

/* The action of SIGALRM during a report.  */
static void
on_alarm (int sig)
{
  struct sigaction dfl = { .sa_handler = SIG_DFL };
  give_up ();
  if (!by_signal)
    cgo__sys_exit_group (CGO__EXIT);
  sig = reported_sig;
  __sigaction (sig, &dfl, NULL);
  cgo__sys_tgkill (cgo__sys_getpid (), cgo__sys_gettid (), sig);
}

static void
start_alarm (void)
{
  struct sigaction a = { .sa_handler = on_alarm, .sa_flags = SA_ONSTACK };
  struct itimerval t = { .it_value.tv_sec = PATIENCE };
  uint64_t set = (uint64_t) 1 << (SIGALRM - 1);
  __sigaction (SIGALRM, &a, NULL);
  cgo__sys_rt_sigprocmask (SIG_UNBLOCK, &set, NULL);
  setitimer (ITIMER_REAL, &t, NULL);
}

static void
report (const struct fault *f)
{
  char name[256];
  if (cgo__fatal_begin ())
    {
      by_signal = f->cause == OTHER;
      reported_sig = f->sig;
      unsaid = f;
      start_alarm ();
      cgo__symbol_name (place_of (f), name, sizeof name);
      print_line (f, name);
      unsaid = NULL;
      cgo__traceback (f->pc);
    }
  else
    give_up ();
  if (!by_signal)
    cgo__fatal_exit ();
}

/* A call of something that is no code leaves an address the unwinder knows
   nothing of.  The caller's is on top of the stack: report it as the place, and
   let the unwinder, which reads *UC, begin there.  */
static void
report_from (struct fault *f, ucontext_t *uc)
{
  Dl_info info;
  if (!is_access (f->sig) || f->pc != f->address || dladdr ((void *) f->pc, &info))
    {
      report (f);
      return;
    }
  uintptr_t *pc = cgo__context_pc (uc), *sp = cgo__context_sp (uc);
  f->pc = *(uintptr_t *) f->sp - 1;
  *pc = f->pc;
  *sp += sizeof (uintptr_t);
  report (f);
  *pc = f->address;
  *sp = f->sp;
}

/* ---- The handler ---- */

static void
handle (int sig, siginfo_t *info, void *context)
{
  uintptr_t guard = cgo__guard_get ();
  cgo__guard_set (CGO_GUARD_SYSTEM);
  int err = errno;
  bool sent = info->si_code <= 0;	/* by kill, not by the kernel */
  if (!sent)
    {
      struct fault f = {
	.sig = sig,
	.address = (uintptr_t) info->si_addr,
	.pc = *cgo__context_pc (context),
	.sp = *cgo__context_sp (context),
      };
      if (cgo__readable ((void *) f.pc))
	cgo__context_called (context, &f.address);
      f.cause = cause_of (&f, guard);
      report_from (&f, context);
    }

  /* Return to fault again, with the default action; the core then shows the
     place.  */
  struct sigaction dfl = { .sa_handler = SIG_DFL };
  __sigaction (sig, &dfl, NULL);
  if (sent)
    cgo__sys_tgkill (cgo__sys_getpid (), cgo__sys_gettid (), sig);
  errno = err;
  cgo__guard_set (guard);
}

bool
cgo__fault_p (const struct sigaction *a)
{
  return a->sa_sigaction == handle;
}

void
cgo__fault_install (int sig)
{
  struct sigaction now, ours = { .sa_sigaction = handle };
  if (!fault_name (sig) || __sigaction (sig, NULL, &now) != 0 || now.sa_handler != SIG_DFL)
    return;
  /* A fault in the report must come here too: the faults stay unblocked.  */
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigfillset (&ours.sa_mask);
  for (int i = 0; i < FAULTS; i++)
    sigdelset (&ours.sa_mask, faults[i].sig);
  __sigaction (sig, &ours, NULL);
}

void
cgo__fault_init (void)
{
  for (int i = 0; i < FAULTS; i++)
    cgo__fault_install (faults[i].sig);
}
