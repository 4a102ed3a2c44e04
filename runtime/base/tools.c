/* tools.c - which machine watches the program, and what it hears of stacks.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"

#include <alloca.h>
#include <sys/auxv.h>
#include <unistd.h>

/* Debian package valgrind; without it the runtime is built all the same.  */
#if __has_include (<valgrind/memcheck.h>)
# include <valgrind/memcheck.h>
#else
# define RUNNING_ON_VALGRIND 0
# define VALGRIND_STACK_REGISTER(lo, hi) 0
# define VALGRIND_STACK_DEREGISTER(id) ((void) (id))
# define VALGRIND_MAKE_MEM_UNDEFINED(lo, size) ((void) 0)
# define VALGRIND_DISABLE_ERROR_REPORTING ((void) 0)
# define VALGRIND_ENABLE_ERROR_REPORTING ((void) 0)
#endif

struct cgo__tools cgo__tools;

/* The initial thread's stack is known to valgrind as far as it was ever touched.  A callback's
   C frames may end in a page that was not, to which a later call of C then jumps: a place on no
   stack, of which it warns.  It has a MiB at least, of which this is what is not in use yet.  */
__attribute__ ((noinline)) static void
touch_stack (void)
{
  enum { SIZE = 960 << 10 };
  uintptr_t used = getauxval (AT_EXECFN) - (uintptr_t) __builtin_frame_address (0);
  if (used >= SIZE || cgo__sys_gettid () != getpid ())
    return;
  volatile char *lowest = alloca (SIZE - used);
  *lowest = 0;
}

void
cgo__tools_init (void)
{
  struct cgo__tools *t = &cgo__tools;
  t->asan = &__asan_init != NULL;
  /* One that knows no fibers (GCC 9) is of no use; nor are they in a runtime that is watched
     itself.  */
  t->tsan = !CGO__CHECKED && &__tsan_switch_to_fiber != NULL;
  t->threads = &__tsan_switch_to_fiber != NULL;
  t->valgrind = RUNNING_ON_VALGRIND;
  bool lsan = &__lsan_register_root_region != NULL;
  t->any = t->tsan || t->asan || t->valgrind || lsan;
  if (t->tsan)
    __tsan_init ();		/* we may be first; a second time does nothing */
  if (t->valgrind)
    touch_stack ();
}

/* valgrind looks itself at what cgo__sys_readable asks the kernel for, and has its own words on it.
   This it passes on: a mask of processors, for a thread that cannot be.  */
__attribute__ ((target ("general-regs-only"))) bool
cgo__tools_readable (const void *p)
{
  VALGRIND_DISABLE_ERROR_REPORTING;
  long r = cgo__syscall (SYS_sched_setaffinity, -1, sizeof (uint64_t), (long) p, 0, 0, 0);
  VALGRIND_ENABLE_ERROR_REPORTING;
  return r != -EFAULT;
}

static void
unpoison (char *lo, size_t size, size_t room)
{
  if (cgo__tools.asan)
    __asan_unpoison_memory_region (lo - room, room + size);
}

unsigned
cgo__tools_stack (char *lo, size_t size, size_t room)
{
  unsigned id = 0;
  unpoison (lo, size, room);
  if (&__lsan_register_root_region)
    __lsan_register_root_region (lo, size);
  if (cgo__tools.valgrind)
    {
      id = VALGRIND_STACK_REGISTER (lo, lo + size - 1);
      VALGRIND_MAKE_MEM_UNDEFINED (lo, size);
    }
  return id;
}

void
cgo__tools_unstack (char *lo, size_t size, size_t room, unsigned id)
{
  unpoison (lo, size, room);
  if (&__lsan_unregister_root_region)
    __lsan_unregister_root_region (lo, size);
  if (cgo__tools.valgrind)
    VALGRIND_STACK_DEREGISTER (id);
}
