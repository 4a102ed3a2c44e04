/* setcontext is a jump to where getcontext was: it arrives sideways like longjmp.  A
   context with a stack of its own is a system stack, that C switched to; goroutine code
   runs there without checks, whatever thread it is resumed on.

   { dg-options "-Wno-infinite-recursion" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <ucontext.h>

enum { STACK = 64 << 10, TIMES = 300 };

struct coroutine
{
  ucontext_t caller, own;
  int n;
  char stack[STACK];
};

static void
body (unsigned low, unsigned high)
{
  struct coroutine *c = (void *) ((unsigned long) high << 32 | low);
  for (;;)
    {
      void *p = malloc (100);
      HIDE (p);
      free (p);
      c->n++;
      swapcontext (&c->own, &c->caller);
    }
}

NOINLINE static long
deep (int k, ucontext_t *to)
{
  volatile char room[500];
  room[k] = 1;
  if (k == 0)
    setcontext (to);
  return deep (k - 1, to) + room[k];
}

NOINLINE static void
jump (void)
{
  ucontext_t here;
  volatile int times = 0;
  CHECK_EQ (getcontext (&here), 0);
  if (times++ < 30)
    deep (times, &here);
  CHECK_EQ (times, 31);
}

static void
run (cgo_wg *wg)
{
  struct coroutine *c = malloc (sizeof *c);
  unsigned long where = (unsigned long) c;
  c->n = 0;
  getcontext (&c->own);
  c->own.uc_stack.ss_sp = c->stack;
  c->own.uc_stack.ss_size = STACK;
  c->own.uc_link = NULL;
  makecontext (&c->own, (void (*) (void)) body, 2, (unsigned) where,
	       (unsigned) (where >> 32));
  for (int i = 0; i < TIMES; i++)
    {
      swapcontext (&c->caller, &c->own);
      cgo_gosched ();
    }
  CHECK_EQ (c->n, TIMES);
  free (c);
  jump ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (run, &wg), 0);
  cgo_wg_wait (&wg);
  return 0;
}
