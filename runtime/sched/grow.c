/* grow.c - __morestack's slow half: the next segment is missing or too small, or
   a preemption looked like a failed check.

   A new segment is at least twice the size of the one before, so that a recursion
   of any depth makes a logarithmic number of them; the segments of a goroutine
   together are limited (CGODEBUG=stacklimit), and reaching the limit ends the
   program with a traceback, as a runaway recursion must.

   SPDX-License-Identifier: MIT  */

#include "sched/chaos.h"
#include "sched/traceback.h"

#include <errno.h>
#include <string.h>

/* Bytes a segment must have for FRAME and the stack arguments in SHAPE.  */
static size_t
bytes_needed (uint64_t frame, uint64_t shape)
{
  unsigned log = shape >> CGO_ARG_ALIGN_SHIFT;
  return frame + (uint32_t) shape + ((size_t) 1 << (log ? log : 6))
	 + CGO_SLACK + CGO_SEG_HEADER + 64;
}

/* Makes g->seg->next a segment with room for NEED bytes; PC is in the function
   that asks.  */
static void
grow (struct cgo__m *m, struct cgo__g *g, size_t need, uintptr_t pc)
{
  struct cgo__seg_cache *cache = cgo__m_owns_p (m) ? &m->p->segs : NULL;
  struct cgo__seg *seg = g->seg;
  if (seg->next)
    {
      g->stack -= cgo__seg_free_chain (cache, seg->next);
      seg->next = NULL;
    }
  size_t size = need;
  /* Where every check fails the segment is not full.  */
  if (seg->guard != (uintptr_t) CGO_GUARD_STRESS && size < 2 * seg->size)
    size = 2 * seg->size;
  if (g->stack + size > cgo__debug.stacklimit)
    size = need;
  size = (size + CGO_SEGMENT_MIN - 1) & -(size_t) CGO_SEGMENT_MIN;
  if (g->stack + size > cgo__debug.stacklimit)
    cgo__stack_limit (g, pc);
  struct cgo__seg *next = cgo__seg_alloc (cache, size);
  if (!next)
    cgo__fatal ("out of memory for a stack segment of %zu bytes", size);
  next->prev = seg;
  next->depth = seg->depth + 1;
  seg->next = next;
  g->stack += next->size;
}

/* Whether the body of the function that called __morestack from PC may go on in place.  It
   does if nothing but a jump, or the set-up of a frame and a jump, stands behind the return, as
   in code of the plugin's: what a
   variadic function of gcc -fsplit-stack has there reads rbp, which must be __morestack's.  */
static bool
jump_follows (const char *pc)
{
  pc += CGO_MORESTACK_BODY;
  if (memcmp (pc, "\xf3\x0f\x1e\xfa", 4) == 0)	/* endbr64 */
    pc += 4;
  if (memcmp (pc, "\x55\x48\x89\xe5", 4) == 0)	/* push rbp; mov rsp, rbp: our -O0 */
    pc += 4;
  return *pc == '\xeb' || *pc == '\xe9';
}

/* rbp = __morestack's frame, r10 and r11 its arguments.  */
void
cgo__newstack (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  int err = errno;
  uint64_t frame = cgo__ctx_word (ctx, CGO_CTX_R10);
  uint64_t shape = cgo__ctx_word (ctx, CGO_CTX_R11);
  uintptr_t bp = cgo__ctx_word (ctx, CGO_CTX_RBP);
  bool in_place = bp + 16 - frame >= g->seg->guard;
  int64_t rest = bp + 16 - g->seg->limit + 8;
  if ((int64_t) frame < rest && !jump_follows (((const char **) bp)[1]))
    {
      /* So it asks for more than is here, down to the limit: if it is preempted now, the guard
	 may be lower when it goes on (border.c).  */
      in_place = false;
      frame = rest;
      *(uint64_t *) ((char *) ctx + CGO_CTX_R10) = frame;
    }
  if (atomic_load_explicit (&m->retake, memory_order_relaxed)
      & CGO_RETAKE_PREEMPT || cgo__chaos (4))
    cgo__preempt (ctx);
  struct cgo__seg *next = g->seg->next;
  size_t need = bytes_needed (frame, shape);
  if (!in_place && (!next || next->size < need))
    grow (m, g, need, ((uintptr_t *) bp)[1]);
  errno = err;
}

/* A callback's stack arguments do not fit below the goroutine's position: goes on
   in a segment of their size.  callback.S restores the old one.  */
void
cgo__callback_grow (struct cgo__ctx *ctx)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  int err = errno;
  size_t need = bytes_needed (0, cgo__ctx_word (ctx, CGO_CTX_R10));
  struct cgo__seg *next = g->seg->next;
  if (!next || next->size < need)
    grow (m, g, need, cgo__ctx_word (ctx, CGO_CTX_R11));
  next = g->seg->next;
  next->used++;
  next->oldbp = __cgo_tls.m->callsp;	/* for __splitstack_find */
  g->seg = next;
  __cgo_tls.m->callsp = (uintptr_t) next;
  errno = err;
}
