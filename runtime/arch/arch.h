/* arch.h - what each CPU's directory provides.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ARCH_H
#define CGO_ARCH_H 1

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <ucontext.h>

#pragma GCC visibility push(hidden)

struct cgo__ctx;
struct cgo__m;

/* Several threads may find them out at once, before the runtime has started: each stores the
   same.  The assembly finds the others set where cgo__ctx_size is not 0.  */
extern _Atomic size_t cgo__ctx_size;	/* bytes of a full context, x 64 */
extern _Atomic uint64_t cgo__xsave_mask;
extern _Atomic bool cgo__use_xsave;
void cgo__arch_init (void);
/* Resumes g, the M's current goroutine: after a cgo_ call, with g->ret ... */
_Noreturn void cgo__gogo (uintptr_t sp, intptr_t ret, struct cgo__m *m);
/* ... or with a full context, which stands on the running stack.  */
_Noreturn void cgo__gogo_ctx (struct cgo__ctx *);
/* Drops the stack it is called on: continues in FN on the M's g0.  */
_Noreturn void cgo__on_g0 (void (*fn) (void), uintptr_t g0sp);
/* Runs FN (ARG) on the running stack, with unwind information that makes the
   goroutine parked at SP in a cgo_ call, or in the full context, its caller.  */
void cgo__unwind_at (uintptr_t sp, void (*fn) (void *), void *arg);
void cgo__unwind_ctx (struct cgo__ctx *, void (*fn) (void *), void *arg);

/* For async.c: where the kernel goes on, how a goroutine does, and the unwinding of one.  */
extern const char cgo__async_landing[];
_Noreturn void cgo__async_return (ucontext_t *, uintptr_t guard);
void cgo__unwind_regs (const gregset_t *, void (*fn) (void *), void *arg);

#pragma GCC visibility pop
#endif
