/* border.c - the segments that a goroutine which stops has kept beyond the one it is on.

   Segments never move, so a loop that happens to run at the end of one calls across the
   border each time.  A crossing is two switches of the stack pointer; still, a goroutine that
   makes many of them for each time it stops is helped here, where nothing is on the segments
   beyond and the frames on its own are few:

     - a kept segment that was not entered since it last stopped is given back;

     - of a chain of several, if an inner border is hot, is made one segment, as large as all of
       them, so that the border is gone;

     - if the border of its own segment is hot, that comes up to where the goroutine stops:
       the guard of the segment is raised to its stack pointer.  What it calls next begins on
       the next segment, and crosses once instead of somewhere inside of it again and again.
       So for a server, which stops in the loop that receives requests, the next segment takes
       the place of a larger first one.  Raising a guard is always right, as it only says
       what the compiled code may use without asking.

   Where a segment was entered from is not looked at, nor is it known how often it would be
   from elsewhere.  If the next stop finds no less than half the crossings there were, the
   border was better where it was: it goes back to stay there.  One that is preempted stops
   where it just happens to be, likely in the hot place itself, and keeps its border.

   seg->used counts the entries since the last stop (morestack.S); it may wrap.  All of it
   belongs to the M that runs the goroutine.

   Rejected: larger first segments for goroutines that are started with the same function,
   as Go does it; a goroutine that is over has cost its crossings, and the next may go
   another way.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

/* Crossings from one stop to the next that are worth doing something about: what they cost is
   about what a stop costs, 100 ns and more.  */
enum { HOT = 64 };

/* Bytes that there must be between the stack pointer and the border to move it, and the most
   that the frame of a call that stops takes of them (arch/x86_64/api.S).  */
enum { WORTHWHILE = 512, CALL_FRAME = 56 };

static struct cgo__seg_cache *
cache (struct cgo__m *m)
{
  return m->p ? &m->p->segs : NULL;
}

/* Makes the segments beyond SEG one.  */
static void
join (struct cgo__m *m, struct cgo__g *g, struct cgo__seg *seg)
{
  size_t size = 0;
  for (struct cgo__seg *s = seg->next; s; s = s->next)
    size += s->size;
  if (g->stack + size > cgo__debug.stacklimit)
    return;
  struct cgo__seg *one = cgo__seg_alloc (cache (m), size);
  if (!one)
    return;
  g->stack += one->size;
  g->stack -= cgo__seg_free_chain (cache (m), seg->next);
  one->prev = seg;
  one->depth = seg->depth + 1;
  one->used = 1;
  seg->next = one;
}

static bool
inner_hot_p (struct cgo__seg *next)
{
  for (struct cgo__seg *s = next->next; s; s = s->next)
    if (s->used >= HOT)
      return true;
  return false;
}

/* The border of SEG was crossed N times since the goroutine last stopped.  */
static void
move (struct cgo__g *g, struct cgo__seg *seg, uintptr_t sp, uint32_t n)
{
  if (g->settled || sp < seg->limit || sp >= (uintptr_t) seg)
    return;
  if (sp >= seg->guard + WORTHWHILE)
    {
      seg->guard = sp + CALL_FRAME;
      g->crossings = n;
    }
  else if (seg->guard != seg->limit && n >= g->crossings / 2)
    {
      seg->guard = seg->limit;
      g->settled = true;
    }
}

void
cgo__border_stop_slow (struct cgo__m *m, struct cgo__g *g, uintptr_t sp)
{
  struct cgo__seg *seg = g->seg, *next = seg->next;
  uint32_t n = next->used;
  if (!n)
    {
      seg->next = NULL;
      g->stack -= cgo__seg_free_chain (cache (m), next);
      cgo__border_reset (seg);
      return;
    }
  next->used = 0;
  if (cgo__debug.stress)
    return;
  if (next->next && inner_hot_p (next))
    join (m, g, seg);
  if (CGO__UNLIKELY (n >= HOT) && sp)
    move (g, seg, sp, n);
}
