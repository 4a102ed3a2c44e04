/* park.c - what the layers above wait with: who calls, and deadlines.

   sched.h tells the order in which a waiter arms its deadline, queues itself and
   parks, and why neither the timer nor the waker can be missed.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

struct cgo__g *
cgo__api_g_or_null (void)
{
  struct cgo__m *m = __cgo_tls.m;
  return m && m->api ? m->curg : NULL;
}

struct cgo__g *
cgo__api_g (const char *what)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (CGO__UNLIKELY (!g))
    cgo__fatal ("%s would park on a system stack; only a goroutine can wait",
		what);
  return g;
}

void
cgo__deadline_arm (struct cgo__g *g, int64_t deadline, void (*fn) (void *))
{
  g->waiter.timedout = false;
  g->timer.when = deadline;
  g->timer.fn = fn;
  g->timer.arg = g;
  cgo__timer_start (&g->timer);
}

void
cgo__unwind_g (struct cgo__g *g, void (*fn) (void *), void *arg)
{
  if (g->ctx)
    cgo__unwind_ctx (g->ctx, fn, arg);
  else if (g->async)
    cgo__async_unwind (g, fn, arg);
  else
    cgo__unwind_at (g->sp, fn, arg);
}
