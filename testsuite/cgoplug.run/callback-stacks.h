/* callback-stacks.h - stacks of C's own.

   SPDX-License-Identifier: MIT  */

#ifndef CALLBACK_STACKS_H
#define CALLBACK_STACKS_H 1

#include <setjmp.h>
#include <ucontext.h>

#ifndef CGO_CALL
# define CGO_CALL
#endif

enum { KINDS = 3 };		/* makecontext, by hand, by hand to a signal stack */

struct call
{
  int n, calls;
  jmp_buf env;
  ucontext_t own, caller;
};

typedef void call_fn (struct call *);

/* FN (CALL) on a new stack.  */
void c_on_stack (int kind, call_fn *fn, struct call *) CGO_CALL;
/* The same; FN jumps to CALL's env, which is set there.  */
void c_catch_on_stack (int kind, call_fn *fn, struct call *) CGO_CALL;
void c_jump (struct call *) CGO_CALL;
void called (struct call *);
/* FN (CALL) in a context, which c_stop leaves and this function continues.  */
void c_stopped (call_fn *fn, struct call *) CGO_CALL;
void c_stop (struct call *) CGO_CALL;
/* FN () on a thread; it calls back for the first time on a stack of its own.  */
void c_thread (void (*fn) (void)) CGO_CALL;

#endif
