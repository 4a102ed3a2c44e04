/* sys.h - system calls, made directly.

   libc's wrappers report failure in errno, which belongs to the goroutine on
   whose behalf the scheduler works, and some of them are cancellation points.
   These do neither: each returns what the kernel returns, a negative errno on
   failure.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SYS_H
#define CGO_SYS_H 1

#include <errno.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>

#if defined __x86_64__ && !defined __ILP32__
# include "base/sys-x86_64.h"
#else
# error "libcgo does not know this processor"
#endif

/* ---- Waiting ---- */

/* Sleeps while *WORD is EXPECTED, until the absolute monotonic time UNTIL if
   that is not null.  */
static inline long
cgo__sys_futex_wait (const void *word, uint32_t expected,
		     const struct timespec *until)
{
  return cgo__syscall (SYS_futex, (long) word,
		       FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, expected,
		       (long) until, 0, (long) FUTEX_BITSET_MATCH_ANY);
}

static inline long
cgo__sys_futex_wake (const void *word, int n)
{
  return cgo__syscall (SYS_futex, (long) word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG,
		       n, 0, 0, 0);
}

static inline long
cgo__sys_sched_yield (void)
{
  return cgo__syscall (SYS_sched_yield, 0, 0, 0, 0, 0, 0);
}

/* ---- Memory ---- */

/* SIZE bytes of memory that are nobody's, or null; FLAGS beside those that this means.  Where
   ThreadSanitizer looks at the runtime it stands in front of libc's functions: memory that is
   mapped again has no past.  */
static inline void *
cgo__sys_map (size_t size, int prot, int flags)
{
  enum { LAST_ERRNO = 4095 };
  flags |= MAP_PRIVATE | MAP_ANONYMOUS;
#ifdef __SANITIZE_THREAD__
  void *p = mmap (NULL, size, prot, flags, -1, 0);
  return p == MAP_FAILED ? NULL : p;
#endif
  uintptr_t at = cgo__syscall (SYS_mmap, 0, size, prot, flags, -1, 0);
  return at >= -(uintptr_t) LAST_ERRNO ? NULL : (void *) at;
}

static inline long
cgo__sys_munmap (void *at, size_t size)
{
#ifdef __SANITIZE_THREAD__
  return munmap (at, size);
#endif
  return cgo__syscall (SYS_munmap, (long) at, size, 0, 0, 0, 0);
}

static inline long
cgo__sys_mprotect (void *at, size_t size, int prot)
{
  return cgo__syscall (SYS_mprotect, (long) at, size, prot, 0, 0, 0);
}

/* Whether the eight bytes at P can be read: the kernel does so before it refuses to do
   with a signal mask what no number stands for.  */
static inline int
cgo__sys_readable (const void *p)
{
  return cgo__syscall (SYS_rt_sigprocmask, -1, (long) p, 0, sizeof (uint64_t), 0, 0)
	 == -EINVAL;
}

/* ---- Files ---- */

static inline long
cgo__sys_open (const char *name, int flags)
{
  return cgo__syscall (SYS_open, (long) name, flags, 0, 0, 0, 0);
}

static inline long
cgo__sys_read (int fd, void *buf, size_t n)
{
  return cgo__syscall (SYS_read, fd, (long) buf, n, 0, 0, 0);
}

static inline long
cgo__sys_write (int fd, const void *buf, size_t n)
{
  return cgo__syscall (SYS_write, fd, (long) buf, n, 0, 0, 0);
}

static inline long
cgo__sys_close (int fd)
{
  return cgo__syscall (SYS_close, fd, 0, 0, 0, 0, 0);
}

/* ---- Threads and processors ---- */

static inline int
cgo__sys_gettid (void)
{
  return cgo__syscall (SYS_gettid, 0, 0, 0, 0, 0, 0);
}

/* How often the calling thread has slept.  */
static inline long
cgo__sys_times_slept (void)
{
  struct rusage u = { .ru_nvcsw = 0 };
  cgo__syscall (SYS_getrusage, RUSAGE_THREAD, (long) &u, 0, 0, 0, 0);
  return u.ru_nvcsw;
}

static inline int
cgo__sys_getpid (void)
{
  return cgo__syscall (SYS_getpid, 0, 0, 0, 0, 0, 0);
}

static inline long
cgo__sys_tgkill (int pid, int tid, int sig)
{
  return cgo__syscall (SYS_tgkill, pid, tid, sig, 0, 0, 0);
}

/* The bytes of the mask that were filled in.  */
static inline long
cgo__sys_sched_getaffinity (int tid, size_t size, void *mask)
{
  return cgo__syscall (SYS_sched_getaffinity, tid, size, (long) mask, 0, 0, 0);
}

/* Must have returned 0 before the next is of use.  */
static inline long
cgo__sys_membarrier_register (void)
{
  return cgo__syscall (SYS_membarrier,
		       MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0, 0, 0,
		       0);
}

/* Every other thread of the process executes a full fence between our call and
   our return.  */
static inline long
cgo__sys_membarrier_private_expedited (void)
{
  return cgo__syscall (SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0,
		       0, 0, 0);
}

_Noreturn static inline void
cgo__sys_exit_group (int status)
{
  for (;;)
    cgo__syscall (SYS_exit_group, status, 0, 0, 0, 0, 0);
}

/* ---- Signals ---- */

/* The kernel's sigaction and the size of its signal set.  */
enum { CGO__KERNEL_SIGSET = 8 };

struct cgo__kernel_sigaction
{
  void *handler;
  unsigned long flags;
  void (*restorer) (void);
  uint64_t mask;
};

static inline long
cgo__sys_rt_sigaction (int sig, const struct cgo__kernel_sigaction *act,
		       struct cgo__kernel_sigaction *old)
{
  return cgo__syscall (SYS_rt_sigaction, sig, (long) act, (long) old,
		       CGO__KERNEL_SIGSET, 0, 0);
}

static inline long
cgo__sys_rt_sigprocmask (int how, const uint64_t *set, uint64_t *old)
{
  return cgo__syscall (SYS_rt_sigprocmask, how, (long) set, (long) old,
		       CGO__KERNEL_SIGSET, 0, 0);
}

static inline long
cgo__sys_sigaltstack (const stack_t *new, stack_t *old)
{
  return cgo__syscall (SYS_sigaltstack, (long) new, (long) old, 0, 0, 0, 0);
}

#endif
