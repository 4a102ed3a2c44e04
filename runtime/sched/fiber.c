/* fiber.c - goroutines as ThreadSanitizer knows them.

   ThreadSanitizer keeps for each thread what it has seen of others, and the functions it is in.
   A goroutine moves between threads, and two goroutines on one thread have no order; so
   each is a fiber, which ThreadSanitizer takes for a thread, and each M has a fiber more
   for what runs on g0 between two goroutines:

     cgo__leave		the thread turns to the M's fiber
     cgo__execute	it turns to the goroutine's

   C that a goroutine calls, the cgo_ functions and callbacks stay on the goroutine's fiber.  A
   foreign thread's goroutine has the thread itself, and main's has the initial thread.

   A turn is no order.  That is told where one goroutine passes something to another, which
   the runtime does in code that ThreadSanitizer does not see:

     cgo_go		what came before it is before all the goroutine does
     cgo__ready		is before what the goroutine does after its wait
     a channel		each place in the ring, as a value goes in and out; a sender and
			a receiver that meet; closing
     mutex, wait group	unlock and lock, done and wait

   The fiber's own words, struct cgo__fiber, stand for the goroutine.  They are malloc's, as
   ThreadSanitizer forgets at free what was released to an address, and the next goroutine of
   this G has nothing to do with the last.

   C that is compiled with -fsanitize=thread shows what it does on its stack.  Were that g0, two
   goroutines that call C on one M would race there.  So each has a stack of its own for C.  It
   gets it as m->sys is negative, by which all calls of C go the slow way in.

   On an M's fiber nothing that is done to memory is looked at: the runtime calls malloc and
   memcpy, which are, in an order that is not.  On a goroutine's that is said where it is done to
   what others have used: g0, and memory of the runtime's own (cgo__tsan_ignore_begin).

   Rejected: to let the turn be the order, which is ThreadSanitizer's default; with one P all
   goroutines would be ordered and no race be found.

   In a runtime that is itself compiled with -fsanitize=thread none of this is done (base/tools.h).

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"
#include "sched/waits.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>

/* What C has on a thread, too.  */
enum { C_STACK = 8 << 20, PAGE = 4096 };

/* A flag of __tsan_switch_to_fiber.  */
enum { NO_SYNC = 1 };

struct cgo__fiber
{
  void *fiber;
  bool threads;			/* that of a thread, which ends with it */
  char *stack;			/* for C, or null */
};

static void
set (struct cgo__g *g, void *fiber, bool threads)
{
  g->fiber = malloc (sizeof *g->fiber);
  if (!g->fiber)
    cgo__fatal ("out of memory for a fiber of ThreadSanitizer");
  *g->fiber = (struct cgo__fiber) { fiber, threads, NULL };
}

/* Where the cgo_ call returns to that is running, if one is.  */
static void *
caller (void)
{
  struct cgo__m *m = __cgo_tls.m;
  return m && m->api ? (void *) cgo__api_caller (m) : NULL;
}

void
cgo__fiber_enter_slow (void)
{
  __tsan_func_entry (caller ());
}

/* ThreadSanitizer notes who makes a fiber: the functions it is in, and the one that called
   cgo_go last.  */
void
cgo__fiber_new_slow (struct cgo__g *g, const void *pc)
{
  __tsan_func_entry ((void *) pc);
  set (g, __tsan_create_fiber (0), false);
  __tsan_func_exit ();
  cgo__fiber_name_slow (g);
}

/* As reports of our own have it; ThreadSanitizer copies 63 bytes.  A thread has its own.  */
void
cgo__fiber_name_slow (struct cgo__g *g)
{
  char label[128];
  if (g->fiber->threads)
    return;
  cgo__g_label (g, label, sizeof label);
  __tsan_set_fiber_name (g->fiber->fiber, label);
}

void
cgo__fiber_adopt_slow (struct cgo__g *g)
{
  set (g, __tsan_get_current_fiber (), true);
}

void
cgo__fiber_free_slow (struct cgo__g *g)
{
  if (!g->fiber->threads)
    __tsan_destroy_fiber (g->fiber->fiber);
  if (g->fiber->stack)
    munmap (g->fiber->stack, C_STACK);
  free (g->fiber);
  g->fiber = NULL;
}

static bool
make_stack (struct cgo__fiber *f)
{
  char *p = mmap (NULL, C_STACK, PROT_READ | PROT_WRITE,
		  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (p == MAP_FAILED)
    return false;
  mprotect (p, PAGE, PROT_NONE);
  f->stack = p;
  return true;
}

bool
cgo__fiber_on_stack (struct cgo__g *g, uintptr_t sp)
{
  if (!g || !g->fiber || !g->fiber->stack)
    return false;
  return sp - (uintptr_t) g->fiber->stack < C_STACK;
}

/* Where the context was taken rbx and the return address are on top of the stack; these go along
   (arch/x86_64/slow.S).  In a callback C is called below C's frames as always.

   ThreadSanitizer takes C's caller, by its return address, for asmcall.  So the goroutine's
   function is put above that.  */
void
cgo__fiber_call (struct cgo__m *m, struct cgo__ctx *ctx)
{
  struct cgo__g *g = m->curg;
  int err = errno;
  __tsan_func_entry (((void **) cgo__ctx_word (ctx, CGO_CTX_RBP))[1]);
  if (g->fiber->threads && g->foreign)
    return;
  if (cgo__depth (m) == 0 && (g->fiber->stack || make_stack (g->fiber)))
    {
      uint64_t *from = (uint64_t *) cgo__ctx_sp (ctx);
      uint64_t *to = (uint64_t *) (g->fiber->stack + C_STACK) - 2;
      to[0] = from[0];
      to[1] = from[1];
      *(uint64_t *) ((char *) ctx + CGO_CTX_RSP) = (uintptr_t) to;
    }
  errno = err;
}

/* On whatever thread; never freed, as the M.  */
void
cgo__fiber_m_slow (struct cgo__m *m)
{
  void *here = __tsan_get_current_fiber ();
  m->fiber = __tsan_create_fiber (0);
  __tsan_set_fiber_name (m->fiber, "scheduler");
  __tsan_switch_to_fiber (m->fiber, NO_SYNC);
  __tsan_ignore_thread_begin ();
  __tsan_switch_to_fiber (here, NO_SYNC);
}

void
cgo__fiber_run_slow (struct cgo__g *g)
{
  __tsan_switch_to_fiber (g->fiber->fiber, NO_SYNC);
  __tsan_acquire (g->fiber);
}

void
cgo__fiber_stop_slow (struct cgo__m *m, struct cgo__g *g)
{
  if (g)
    __tsan_release (g->fiber);
  __tsan_switch_to_fiber (m->fiber, NO_SYNC);
}

/* What is left of the program is looked at again.  */
void
cgo__fiber_last_slow (struct cgo__m *m)
{
  if (m->fiber && __tsan_get_current_fiber () == m->fiber)
    __tsan_ignore_thread_end ();
}

/* Behind a call of setjmp that has returned AGAIN, or (0) for the first time: *DEPTH is how many
   functions the goroutine is in (plugin/pass-resync.cc).  */
__attribute__ ((visibility ("default"))) void __cgo_tsan_jumped (size_t *depth, int again);

void
__cgo_tsan_jumped (size_t *depth, int again)
{
  if (!&__tsan_testonly_shadow_stack_current_size)
    return;
  if (!again)
    *depth = __tsan_testonly_shadow_stack_current_size ();
  else
    while (__tsan_testonly_shadow_stack_current_size () > *depth)
      __tsan_func_exit ();
}

void
cgo__fiber_acquire_for_slow (struct cgo__g *g, const void *address)
{
  void *here = __tsan_get_current_fiber ();
  __tsan_switch_to_fiber (g->fiber->fiber, NO_SYNC);
  __tsan_acquire ((void *) address);
  __tsan_switch_to_fiber (here, NO_SYNC);
}
