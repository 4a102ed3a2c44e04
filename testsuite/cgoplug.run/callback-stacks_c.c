/* callback-stacks_c.c - C that makes stacks and calls back on them.

   SPDX-License-Identifier: MIT  */

#include "callback-stacks.h"
#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { STACK = 16 << 10 };

/* FN (ARG) with the stack pointer at TOP.  */
void on_top (void (*fn) (void *), void *arg, char *top);

__asm__ (".text\n\t"
	 ".type	on_top, @function\n"
	 "on_top:\n\t"
	 "pushq	%rbp\n\t"
	 "movq	%rsp, %rbp\n\t"
	 "movq	%rdx, %rsp\n\t"
	 "xchgq	%rdi, %rsi\n\t"
	 "call	*%rsi\n\t"
	 "leave\n\t"
	 "ret\n\t"
	 ".size	on_top, . - on_top");

/* Stacks side by side, handed out from both ends, so that the next is above or below.  */
static char *
new_stack (char **block)
{
  static int turn;
  *block = aligned_alloc (64, 3 * STACK);
  CHECK (*block != NULL);
  return *block + (__atomic_fetch_add (&turn, 1, __ATOMIC_RELAXED) % 2 ? 0 : 2 * STACK);
}

struct start
{
  call_fn *fn;
  struct call *call;
};

static void
start (void *arg)
{
  struct start *s = arg;
  s->fn (s->call);
}

static void
start_context (unsigned low, unsigned high)
{
  struct start *s = (void *) ((unsigned long) high << 32 | low);
  start (s);
  swapcontext (&s->call->own, &s->call->caller);
}

static void
make (struct start *s, char *stack)
{
  unsigned long p = (unsigned long) s;
  ucontext_t *own = &s->call->own;
  CHECK_EQ (getcontext (own), 0);
  own->uc_stack.ss_sp = stack;
  own->uc_stack.ss_size = STACK;
  own->uc_link = NULL;
  makecontext (own, (void (*) (void)) start_context, 2, (unsigned) p, (unsigned) (p >> 32));
}

/* The contexts of CALL are in use further out.  */
static void
in_context (struct start *s, char *stack)
{
  ucontext_t own = s->call->own, caller = s->call->caller;
  make (s, stack);
  swapcontext (&s->call->caller, &s->call->own);
  s->call->own = own;
  s->call->caller = caller;
}

static void
on_signal_stack (struct start *s, char *stack)
{
  stack_t now = { .ss_sp = stack, .ss_size = STACK }, old;
  int set = sigaltstack (&now, &old) == 0;
  on_top (start, s, stack + STACK);
  if (set)
    sigaltstack (&old, NULL);
}

void
c_on_stack (int kind, call_fn *fn, struct call *call)
{
  struct start s = { fn, call };
  char *block, *stack = new_stack (&block);
  if (kind == 0)
    in_context (&s, stack);
  else if (kind == 1)
    on_top (start, &s, stack + STACK);
  else
    on_signal_stack (&s, stack);
  free (block);
}

static __thread call_fn *catch_fn;

static void
catches (struct call *call)
{
  if (setjmp (call->env) == 0)
    catch_fn (call);
}

void
c_catch_on_stack (int kind, call_fn *fn, struct call *call)
{
  catch_fn = fn;
  c_on_stack (kind, catches, call);
}

void
c_jump (struct call *call)
{
  longjmp (call->env, 1);
}

void
c_stopped (call_fn *fn, struct call *call)
{
  char *block;
  struct start s = { fn, call };
  make (&s, new_stack (&block));
  swapcontext (&call->caller, &call->own);
  swapcontext (&call->caller, &call->own);
  free (block);
}

void
c_stop (struct call *call)
{
  swapcontext (&call->own, &call->caller);
}

static void
first (struct call *call)
{
  called (call);
}

static void *
thread (void *fn)
{
  struct call call = { .n = 5 };
  for (int kind = 0; kind < KINDS; kind++)
    c_on_stack (kind, first, &call);
  (*(void (**) (void)) fn) ();
  return NULL;
}

void
c_thread (void (*fn) (void))
{
  pthread_t t;
  for (int i = 0; i < 3; i++)
    {
      CHECK_EQ (pthread_create (&t, NULL, thread, &fn), 0);
      CHECK_EQ (pthread_join (t, NULL), 0);
    }
}
