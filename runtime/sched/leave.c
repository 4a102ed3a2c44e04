/* leave.c - how a goroutine stops running: it parks, or it yields.

   What it needs to go on is put away first: the registers, on its own stack if it stops in a
   cgo_ call, else in a block of their own or where a signal left them; errno and the words of
   floating-point control; what border.c and alloca.c keep by M.  From then on M runs nobody,
   and only then may others find the goroutine: its status is changed, and it is queued, last.
   What runs next is the caller's business (proc.c), as cgo__schedule or the stub of the call.

   Owner: the M that runs the goroutine, on g0.  After the change of status nothing of the
   goroutine is this M's.

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static struct cgo__ctx *
copy_ctx (const struct cgo__ctx *from)
{
  /* Relaxed: this thread has found it set.  */
  size_t size = atomic_load_explicit (&cgo__ctx_size, memory_order_relaxed);
  struct cgo__ctx *c = aligned_alloc (64, size);
  if (!c)
    cgo__fatal ("out of memory for a preempted goroutine's registers");
  cgo__tsan_ignore_begin ();
  memcpy (c, from, size);
  cgo__tsan_ignore_end ();
  return c;
}

/* The registers of G are kept; its stack pointer is SP, and AT as for cgo__leave.  */
static inline void
left (struct cgo__m *m, struct cgo__g *g, uintptr_t at, uintptr_t sp)
{
  g->err = *m->errnop;
  cgo__fp_stop (m);
  cgo__border_stop (m, g, at);
  if (CGO__UNLIKELY (g->blocks != NULL))
    cgo__alloca_stop (g, sp);
  bool locked = cgo__g_locked (g, m);
  CGO__POST (g->lockedm, locked ? m : NULL);
  m->lockedg = locked ? g : NULL;
  m->api = 0;
  CGO__POST (m->curg, NULL);
  CGO__POST (g->m, NULL);
  cgo__fiber_stop (m, g);
}

/* The same in a cgo_ call, that is to return then.  */
static inline void
leave_api (struct cgo__m *m, struct cgo__g *g)
{
  g->sp = m->callsp;
  left (m, g, g->sp, g->sp);
  g->mxcsr = m->mxcsr;
  g->fcw = m->fcw;
}

void
cgo__leave (struct cgo__g *g, struct cgo__ctx *ctx, uintptr_t at)
{
  int err = errno;
  g->ctx = copy_ctx (ctx);
  g->sp = 0;
  errno = err;
  left (__cgo_tls.m, g, at, cgo__ctx_sp (ctx));
}

_Noreturn void
cgo__yield (struct cgo__g *g, struct cgo__ctx *ctx)
{
  cgo__leave (g, ctx, 0);
  cgo__ready_global (g);
  cgo__schedule ();
}

_Noreturn void
cgo__yield_async (struct cgo__g *g, struct cgo__async *a, uintptr_t sp)
{
  struct cgo__m *m = __cgo_tls.m;
  g->async = a;
  g->sp = 0;
  left (m, g, 0, sp);
  cgo__ready_global (g);
  cgo__schedule ();
}

void
cgo__yield_api (struct cgo__g *g, bool local)
{
  struct cgo__m *m = __cgo_tls.m;
  leave_api (m, g);
  if (CGO__UNLIKELY (!local || g->lockedm))
    {
      cgo__ready_global (g);
      return;
    }
  cgo__set_runnable (g);
  cgo__runq_put (m->p, g, false);
}

void
cgo__park (struct cgo__g *g, const char *reason, struct cgo__lock *lock)
{
  CGO__POST (g->reason, reason);
  CGO__POST (g->since, cgo__coarsetime ());
  leave_api (__cgo_tls.m, g);
  /* Release: whoever readies g, under the lock, sees it parked.  */
  atomic_store_explicit (&g->status, CGO__WAITING, memory_order_release);
  if (lock)
    cgo__unlock (lock);
}
