/* tools.c - which machine watches the program, and what it hears of stacks.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"

/* Debian package valgrind; without it the runtime is built all the same.  */
#if __has_include (<valgrind/memcheck.h>)
# include <valgrind/memcheck.h>
#else
# define RUNNING_ON_VALGRIND 0
# define VALGRIND_STACK_REGISTER(lo, hi) 0
# define VALGRIND_STACK_DEREGISTER(id) ((void) (id))
# define VALGRIND_MAKE_MEM_UNDEFINED(lo, size) ((void) 0)
#endif

struct cgo__tools cgo__tools;

void
cgo__tools_init (void)
{
  struct cgo__tools *t = &cgo__tools;
  t->asan = &__asan_init != NULL;
  /* One that knows no fibers (GCC 9) is of no use; nor are they in a runtime that is watched
     itself.  */
  t->tsan = !CGO__CHECKED && &__tsan_switch_to_fiber != NULL;
  t->valgrind = RUNNING_ON_VALGRIND;
  bool lsan = &__lsan_register_root_region != NULL;
  t->any = t->tsan || t->asan || t->valgrind || lsan;
  if (t->tsan)
    __tsan_init ();		/* we may be first; a second time does nothing */
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
