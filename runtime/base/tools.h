/* tools.h - what the machines that watch a program are told: ThreadSanitizer,
   AddressSanitizer, valgrind.

   None of them knows goroutines.  What each has to hear:

     ThreadSanitizer	which goroutine a thread runs (a fiber each), and which of them has
			passed something on to which.  It does not see that by itself, as the
			runtime is not compiled with -fsanitize=thread.
     AddressSanitizer	memory of a stack that is used for another; that what a stack points
			to is not lost
     valgrind		where stacks begin and end; that a look whether memory is there is
			no mistake

   The first two are libraries, in a program that was linked with -fsanitize=...; so
   their functions are weak here.  Where neither is there, and the program does not run in
   valgrind, `cgo__tools' is zero and a look at it is all that this costs.

   What a sanitizer's library does for goroutine code, it does on the goroutine's stack
   (plugin/foreign.cc), for its reports name functions by return addresses, and one of
   ours would be in the way.  A report takes a lot of stack.  So in such a program all
   segments are mapped one by one, and below each of them is as much memory as is needed
   (stack/segment.c); the compiled code's checks are as always.

   All that is about programs.  The runtime itself can be compiled with -fsanitize=thread, too
   (`make check-tsan'), and is then looked at as any C with threads: its atomics are the order
   that there is, and CGO__CHECKED is true.  To such a one goroutines are no fibers: a fiber's past
   goes with it from thread to thread, and would hide where the runtime passes a goroutine on
   without an order.  What ThreadSanitizer cannot see of that:

     fences		all are on the way to words that are atomics, which guard nothing else
     membarrier		that who takes a lent P sees what its M did: cgo__say_lent, sched/m.h
     assembly		nothing else is passed on there
     signal handlers	its library may be what they interrupt, so they are not looked at:
			CGO__UNCHECKED, signal_sources in Makefile.am; what one passes on,
			that of notify.c, is in atomics alone
     code		icall.c looks at what stands before a function, which may be anybody's

   Its library stands in front of functions that goroutine code calls in place: stack/segment.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_TOOLS_H
#define CGO_TOOLS_H 1

#include "base/base.h"
#include "base/sys.h"

#ifdef __SANITIZE_THREAD__
enum { CGO__CHECKED = 1 };
#else
enum { CGO__CHECKED = 0 };
#endif

/* A function that ThreadSanitizer is not to look at, nor at what is inlined into it.  */
#define CGO__UNCHECKED __attribute__ ((no_sanitize ("thread")))

/* Weak: a sanitizer's.  */
#define CGO__WEAK __attribute__ ((weak))
extern void __asan_init (void) CGO__WEAK;
extern void __asan_unpoison_memory_region (const volatile void *, size_t) CGO__WEAK;
extern void __lsan_register_root_region (const void *, size_t) CGO__WEAK;
extern void __lsan_unregister_root_region (const void *, size_t) CGO__WEAK;
extern void __tsan_init (void) CGO__WEAK;
extern void *__tsan_get_current_fiber (void) CGO__WEAK;
extern void *__tsan_create_fiber (unsigned) CGO__WEAK;
extern void __tsan_destroy_fiber (void *) CGO__WEAK;
extern void __tsan_switch_to_fiber (void *, unsigned) CGO__WEAK;
extern void __tsan_set_fiber_name (void *, const char *) CGO__WEAK;
extern void __tsan_acquire (void *) CGO__WEAK;
extern void __tsan_release (void *) CGO__WEAK;
extern void __tsan_ignore_thread_begin (void) CGO__WEAK;
extern void __tsan_ignore_thread_end (void) CGO__WEAK;
extern void __tsan_func_entry (void *) CGO__WEAK;
extern void __tsan_func_exit (void) CGO__WEAK;
extern size_t __tsan_testonly_shadow_stack_current_size (void) CGO__WEAK;

#pragma GCC visibility push(hidden)

/* Written by cgo__tools_init, before there is a second thread.  */
struct cgo__tools
{
  bool tsan, asan, valgrind;
  bool any;			/* one of them */
  int threads;			/* of ThreadSanitizer's library, which calls nobody back; none in
				   the child of a fork */
};
extern struct cgo__tools cgo__tools;

/* Once, before anything is told.  */
void cgo__tools_init (void);

/* ---- ThreadSanitizer: order between goroutines ----

   What a goroutine did before it released an address is seen by who acquires that address
   later.  */

static inline void
cgo__tsan_acquire (const void *address)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    __tsan_acquire ((void *) address);
}

static inline void
cgo__tsan_release (const void *address)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    __tsan_release ((void *) address);
}

/* Between these two what this thread does with memory, malloc's functions included, is
   not looked at: it is the runtime's, in an order that is not seen.  */
static inline void
cgo__tsan_ignore_begin (void)
{
#ifndef __SANITIZE_THREAD__
  if (CGO__UNLIKELY (cgo__tools.tsan))
    __tsan_ignore_thread_begin ();
#endif
}

static inline void
cgo__tsan_ignore_end (void)
{
#ifndef __SANITIZE_THREAD__
  if (CGO__UNLIKELY (cgo__tools.tsan))
    __tsan_ignore_thread_end ();
#endif
}

/* ---- Memory ---- */

/* Whether the eight bytes at P can be read.  Takes little stack and no vector register.  */
bool cgo__tools_readable (const void *p);
static inline bool
cgo__readable (const void *p)
{
  return CGO__UNLIKELY (cgo__tools.valgrind) ? cgo__tools_readable (p) : cgo__sys_readable (p);
}

/* ---- Stacks ---- */

/* The SIZE bytes at LO are a stack from now on, not used yet; what is returned is for
   cgo__tools_unstack.  ROOM bytes below may be used, too.  Only if cgo__tools.any.  */
unsigned cgo__tools_stack (char *lo, size_t size, size_t room);
void cgo__tools_unstack (char *lo, size_t size, size_t room, unsigned id);

#pragma GCC visibility pop
#endif
