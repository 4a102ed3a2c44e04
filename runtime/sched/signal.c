/* signal.c - the signal stack of each M, and the handlers libc installs for
   itself.

   A thread that brings a signal stack keeps it.  Ours has an unreadable page
   below and is kept with the M, which is never freed: a foreign thread's M passes
   it on to the next one.

   libc has two handlers that do not come through sigaction (sigaction.c): the one
   by which setuid reaches all threads, installed with the first thread, and that
   of pthread_cancel.  The second lacks SA_ONSTACK (in older versions the first does,
   too) and would be run on the goroutine's stack, of which it takes more than there
   is.  They are installed again with the flag; the trampoline must not wrap them,
   as cancellation unwinds through.

   SPDX-License-Identifier: MIT  */

#include "sched/signal.h"
#include "base/sys.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, STACK = 64 << 10 };

/* ---- The M's signal stack ---- */

/* With room for the registers the kernel saves there, which is more on
   processors with more of them.  */
static size_t
stack_size (void)
{
  size_t frame = getauxval (AT_MINSIGSTKSZ);
  return (STACK + frame + PAGE - 1) & -(size_t) PAGE;
}

static void
make_stack (struct cgo__m *m)
{
  size_t size = stack_size ();
  char *p = cgo__sys_map (size + PAGE, PROT_READ | PROT_WRITE, MAP_NORESERVE | MAP_STACK);
  if (!p)
    cgo__die ("out of memory for a signal stack");
  cgo__sys_mprotect (p, PAGE, PROT_NONE);
  m->gsignal = p + PAGE;
  m->gsignal_size = size;
}

static bool
is_set (const stack_t *s)
{
  return !(s->ss_flags & SS_DISABLE);
}

/* Threads that have one are few: try, and undo it.  So it is one system call for others,
   of which a thread that calls back only once makes few.  */
void
cgo__signal_m_init (struct cgo__m *m)
{
  stack_t own;
  if (!m->gsignal)
    {
      if (cgo__sys_sigaltstack (NULL, &own) == 0 && is_set (&own))
	return;
      make_stack (m);
    }
  stack_t ours = { .ss_sp = m->gsignal, .ss_size = m->gsignal_size };
  if (cgo__sys_sigaltstack (&ours, &own) == 0 && is_set (&own))
    cgo__sys_sigaltstack (&own, NULL);
}

void
cgo__signal_m_fini (struct cgo__m *m)
{
  stack_t none = { .ss_flags = SS_DISABLE }, own;
  if (m->gsignal && cgo__sys_sigaltstack (&none, &own) == 0 && is_set (&own)
      && own.ss_sp != m->gsignal)
    cgo__sys_sigaltstack (&own, NULL);
}

/* ---- Who runs ---- */

/* A handler that was left by siglongjmp cleared nothing.  So it runs if its frame
   is above us on the same stack, and nobody has written over its mark: without a
   signal stack the frames of later calls come to lie there.  */
bool
cgo__in_signal (void)
{
  uintptr_t frame = cgo__signal_frame;
  uintptr_t here = (uintptr_t) __builtin_frame_address (0);
  if (!frame)
    return false;
  stack_t s;
  bool alt = cgo__sys_sigaltstack (NULL, &s) == 0
	     && !(s.ss_flags & SS_DISABLE);
  uintptr_t lo = (uintptr_t) s.ss_sp;
  bool frame_on = alt && frame - lo < s.ss_size;
  bool here_on = alt && here - lo < s.ss_size;
  if (frame_on == here_on && here < frame
      && *(volatile uintptr_t *) frame == cgo__signal_mark (frame))
    return true;
  cgo__signal_frame = 0;
  if (__cgo_tls.m)
    atomic_store_explicit (&__cgo_tls.m->cbslow, 0, memory_order_relaxed);
  return false;
}

/* The cgo_ function NAME is called on a system stack while cgo__signal_frame is
   set (arch/x86_64/api.S).  */
void
cgo__signal_check (const char *name)
{
  if (cgo__in_signal ())
    cgo__fatal ("%s called in a signal handler", name);
}

/* ---- libc's own handlers ---- */

static void
add_onstack (int sig)
{
  struct cgo__kernel_sigaction k;
  if (cgo__sys_rt_sigaction (sig, NULL, &k) != 0 || k.handler == SIG_DFL
      || k.handler == SIG_IGN || (k.flags & SA_ONSTACK))
    return;
  k.flags |= SA_ONSTACK;
  cgo__sys_rt_sigaction (sig, &k, NULL);
}

/* The signals that libc keeps for itself are those below SIGRTMIN.  */
void
cgo__signal_libc (void)
{
  for (int sig = __SIGRTMIN; sig < SIGRTMIN; sig++)
    add_onstack (sig);
}

static void *
wait_for_cancel (void *arg)
{
  for (;;)
    pause ();
  return arg;
}

/* Makes libc install its handler for cancellation, by cancelling a thread that is
   there for nothing else: with a real victim the handler would run before we
   could change it.  */
static void
prime_cancel (int (*cancel) (pthread_t))
{
  pthread_t t;
  sigset_t all, old;
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  int err = pthread_create (&t, NULL, wait_for_cancel, NULL);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  if (err == 0)
    {
      cancel (t);
      pthread_join (t, NULL);
    }
  cgo__signal_libc ();
}

/* The shared library stands in front of libc's pthread_cancel and does it before
   the first call.  */
static int (*libc_cancel) (pthread_t);

static void
first_cancel (void)
{
  libc_cancel = (int (*) (pthread_t)) dlsym (RTLD_NEXT, "pthread_cancel");
  if (libc_cancel)
    prime_cancel (libc_cancel);
}

__attribute__ ((visibility ("default"))) int
pthread_cancel (pthread_t t)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once (&once, first_cancel);
  return libc_cancel ? libc_cancel (t) : ENOSYS;
}

/* In a static program nobody can stand in front, and libcgo.a hides the function
   above.  libc's has this second name there; a program that has it in it pays at
   the start, in a constructor of its own: before the compiler's start files have
   registered the unwind tables, a cancelled thread cannot be unwound.  */
extern int __pthread_cancel (pthread_t) __attribute__ ((weak));

__attribute__ ((constructor)) static void
prime_static_cancel (void)
{
  if (__pthread_cancel)
    prime_cancel (__pthread_cancel);
}

/* ---- Signals on channels ---- */

void (*_Atomic cgo__signals_send) (void);
_Atomic int cgo__signal_chans;

/* ---- The start ---- */

void
cgo__signal_init (void)
{
  for (int sig = 1; sig < _NSIG; sig++)
    cgo__sigaction_adopt (sig);
  cgo__fault_init ();
  cgo__signal_libc ();
}
