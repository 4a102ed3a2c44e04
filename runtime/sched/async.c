/* async.c - preempt=async: a goroutine that does not hear is stopped by a signal.

   Code that was compiled with preempt=async can be stopped wherever it is, as long as it has
   nothing in its registers that belongs to the thread: the compiler marks the functions of
   which that is so (plugin/pass-async.cc, CGO_ASYNC_MARK).  When a goroutine has been asked to
   stop and has not done so by sysmon's next tick, its thread gets SIGURG, and

     handler	looks whether the thread is in such a function, on the goroutine's stack.  Then
		it makes the kernel go on in cgo__async_landing, on g0, with all signals blocked:
		what the kernel has saved stays where it is, on the signal stack;
     landing	copies that to memory of the goroutine's, unblocks signals, and yields.

   Nothing is ever pushed on the goroutine's stack, so that the red zone stays what it is.  The
   goroutine goes on, on whatever M, by the system call with which a signal handler returns, from
   a copy on g0 in which the signal mask and the signal stack are that thread's.

   Which function the interrupted instruction is in is found by its unwind information
   (sched/fde.c): the dynamic linker finds the object without a lock, and the linker has
   sorted the rest.  So shared libraries, dlopen and --gc-sections need nothing of their own.
   Assembly, C called in place, the runtime and functions without unwind information are not
   marked, so the goroutine is not in the middle of anything of theirs.

   Called in the handler is nothing that allocates or locks: a program's malloc may itself be
   goroutine code.

   A signal that is not sysmon's is the program's, and goes to its handler, if there is one
   (sigaction.c).  Ours is installed when the first unit with preempt=async is loaded.

   Rejected: sections of addresses, a record a function.  With references to their begin and end
   GNU ld keeps all that they name, and dlopen would have to tell.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"
#include "sched/signal.h"
#include "base/sys.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The context of a stopped goroutine: what the kernel saved, ready for a return to it, but for
   what is the thread's.  The vector state follows, aligned.  */
struct cgo__async
{
  ucontext_t uc;
  size_t fpsize;
  _Alignas (64) char fp[];
};

/* What the handler changed, until landing is there.  On the M's own thread only.  */
static __thread struct
{
  uintptr_t pc, sp;
  uint64_t mask;
} before __attribute__ ((tls_model ("initial-exec")));

static _Atomic bool installed;

/* ---- Asking ---- */

bool
cgo__async_p (void)
{
  /* Not in valgrind: to it a signal's frame is the thread's, and is nothing to be copied and taken
     up elsewhere.  Relaxed: who does not see it asks next time.  */
  return !cgo__tools.valgrind && atomic_load_explicit (&installed, memory_order_relaxed);
}

/* In C, and in a cgo_ function, a signal would only disturb.  */
static bool
runs_goroutine (struct cgo__m *m)
{
  cgo__lock (&m->lock);
  /* Relaxed: a hint; the handler looks again.  */
  bool runs = m->p && m->slots
	      && (atomic_load_explicit (&m->slots->guard, memory_order_relaxed)
		  != CGO_GUARD_SYSTEM);
  cgo__unlock (&m->lock);
  return runs;
}

/* What it is sent with tells the signal from others.  The thread may be another's by now; its
   handler finds nothing to do.  Relaxed: only to send no second one while one is pending.  */
void
cgo__async_ask (struct cgo__m *m)
{
  siginfo_t info = { .si_signo = CGO__SIGASYNC };
  if (!runs_goroutine (m))
    return;
  if (atomic_exchange_explicit (&m->async, true, memory_order_relaxed))
    return;
  info.si_code = SI_QUEUE;
  info.si_pid = cgo__sys_getpid ();
  info.si_value.sival_ptr = &cgo__sched;
  cgo__syscall (SYS_rt_tgsigqueueinfo, info.si_pid, m->tid, CGO__SIGASYNC, (long) &info, 0, 0);
}

/* What each unit with preempt=async has called when it is loaded, by libc: the caller is in the
   unit's own object only in a static program, and only that is linked without the table that
   cgo__async_code_p needs, unless somebody asks for it.  */
__attribute__ ((visibility ("default"))) void __cgo_async (void);

void
__cgo_async (void)
{
  if (!cgo__async_table_p ((uintptr_t) __builtin_return_address (0)))
    cgo__fatal ("preempt=async: a static program is to be linked with -Wl,--eh-frame-hdr");
  /* Acq_rel: one caller installs it.  */
  if (!atomic_exchange_explicit (&installed, true, memory_order_acq_rel))
    cgo__sigaction_own (CGO__SIGASYNC);
}

/* ---- The handler ---- */

CGO__UNCHECKED static bool
on_segment (struct cgo__g *g, uintptr_t sp)
{
  return sp >= g->seg->lo && sp <= (uintptr_t) g->seg;
}

/* Whether the goroutine that UC is of may be stopped there.  GUARD is what the slot was.  */
CGO__UNCHECKED static bool
can_stop (struct cgo__m *m, ucontext_t *uc, uintptr_t guard)
{
  return (guard != CGO_GUARD_SYSTEM && m->curg && !m->api
	  && !(atomic_load_explicit (&m->sys, memory_order_relaxed) & 1)
	  && atomic_load_explicit (&m->retake, memory_order_relaxed) & CGO_RETAKE_PREEMPT
	  && on_segment (m->curg, *cgo__context_sp (uc))
	  && cgo__async_code_p (*cgo__context_pc (uc)));
}

CGO__UNCHECKED bool
cgo__async_signal (ucontext_t *uc, uintptr_t *guard)
{
  struct cgo__m *m = __cgo_tls.m;
  if (!m)
    return true;
  atomic_store_explicit (&m->async, false, memory_order_relaxed);
  if (!can_stop (m, uc, *guard))
    return true;
  before.pc = *cgo__context_pc (uc);
  before.sp = *cgo__context_sp (uc);
  memcpy (&before.mask, &uc->uc_sigmask, sizeof before.mask);
  memset (&uc->uc_sigmask, 0xff, sizeof before.mask);
  *cgo__context_pc (uc) = (uintptr_t) cgo__async_landing;
  *cgo__context_sp (uc) = m->g0sp;
  m->async_uc = uc;
  *guard = CGO_GUARD_SYSTEM;
  return true;
}

/* ---- Stopping ---- */

static struct cgo__async *
copy_of (const ucontext_t *uc)
{
  size_t fpsize = cgo__context_fp_size (uc);
  size_t size = sizeof (struct cgo__async) + fpsize;
  struct cgo__async *a = aligned_alloc (64, (size + 63) & -(size_t) 64);
  if (!a)
    cgo__fatal ("out of memory for a preempted goroutine's registers");
  cgo__tsan_ignore_begin ();
  memcpy (&a->uc, uc, CGO__CONTEXT_SIZE);
  memcpy (a->fp, uc->uc_mcontext.fpregs, fpsize);
  cgo__tsan_ignore_end ();
  a->fpsize = fpsize;
  *cgo__context_pc (&a->uc) = before.pc;
  *cgo__context_sp (&a->uc) = before.sp;
  return a;
}

/* On g0, signals blocked.  */
_Noreturn void
cgo__async_stop (void)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  int err = errno;
  struct cgo__async *a = copy_of (m->async_uc);
  uint64_t mask = before.mask;
  m->async_uc = NULL;
  cgo__sys_rt_sigprocmask (SIG_SETMASK, &mask, NULL);
  errno = err;
  atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_PREEMPT, memory_order_relaxed);
  cgo__yield_async (g, a, *cgo__context_sp (&a->uc));
}

/* ---- Going on ---- */

_Noreturn void
cgo__async_resume (struct cgo__m *m, struct cgo__g *g)
{
  struct cgo__async *a = g->async;
  char *at = __builtin_alloca_with_align (sizeof *a + a->fpsize, 64 * 8);
  struct cgo__async *to = (struct cgo__async *) at;
  stack_t stack;
  uint64_t mask;
  cgo__tsan_ignore_begin ();	/* over what others had there */
  memcpy (to, a, sizeof *a + a->fpsize);
  free (a);
  cgo__tsan_ignore_end ();
  g->async = NULL;
  to->uc.uc_mcontext.fpregs = (void *) to->fp;
  cgo__sys_sigaltstack (NULL, &stack);
  to->uc.uc_stack = stack;
  cgo__sys_rt_sigprocmask (SIG_BLOCK, NULL, &mask);
  memcpy (&to->uc.uc_sigmask, &mask, sizeof mask);
  m->api = 0;
  errno = g->err;
  cgo__async_return (&to->uc, g->seg->guard);
}

void
cgo__async_unwind (struct cgo__g *g, void (*fn) (void *), void *arg)
{
  cgo__unwind_regs (&g->async->uc.uc_mcontext.gregs, fn, arg);
}
