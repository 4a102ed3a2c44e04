/* alloca.c - blocks for alloca where the segment has no room.

   The compiler asks for a block when what alloca wants does not fit above the guard
   (plugin/pass-alloca.cc), and says when it ends: at a return, at the end of the scope
   of a variable-length array.  Two lists run through the blocks:

     lower	the blocks of one activation of a function, newest first, from a
		variable in its frame
     next	all blocks of the goroutine, newest first, from g->blocks

   An activation ends after those it has called, so its newest block is the goroutine's
   newest.  What is left behind by a jump ends where that arrives.  What still is there
   when a goroutine ends goes with it.

   Code of gcc or clang -fsplit-stack asks for blocks too, but never says when they end.  For
   each of them __morestack_allocate_stack_space takes a few bytes of stack away, as alloca
   would, so that the stack pointer tells: while it is at or below this mark the block is
   alive; once it is above, the scope or the function has ended.  Dead blocks go at the next
   such call and when the goroutine stops.  (A stack pointer below a mark may be that of
   another activation, deeper now; so what one function left behind stays until the level it
   was called from is left.)  Rejected: libgcc's way, to free blocks when their segment is
   left for good, which a loop that stays on one segment never does.

   Blocks are malloc's, which makes a better use of odd sizes than segments would; they
   count for the goroutine's stack limit.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "sched/traceback.h"

#include <errno.h>
#include <stdlib.h>

struct cgo__block
{
  struct cgo__block *next, *lower;
  struct cgo__block **blocks;	/* the variable that `lower' runs from, or where the
				   stack pointer is while the block is alive */
  uint32_t depth;		/* of the segment that is on */
  uintptr_t bp, pc;		/* -fsplit-stack: which activation; pc null: not that */
  void *memory;			/* malloc's */
  size_t bytes;
};

/* A new block of the running goroutine, without a place in its function; PC asked.  */
static struct cgo__block *
add (size_t size, size_t align, uintptr_t pc)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (!g)
    cgo__fatal ("alloca of %zu bytes on a system stack", size);
  size_t head = (sizeof (struct cgo__block) + align - 1) & -align;
  size_t limit = cgo__debug.stacklimit;
  if (size > limit || g->stack + head + size > limit)
    cgo__stack_limit (g, pc);
  int err = errno;
  void *memory = aligned_alloc (align, (head + size + align - 1) & -align);
  if (!memory)
    cgo__fatal ("out of memory for alloca of %zu bytes", size);
  errno = err;
  struct cgo__block *b
    = (struct cgo__block *) ((char *) memory + head - sizeof *b);
  b->memory = memory;
  b->bytes = head + size;
  b->depth = g->seg->depth;
  b->next = g->blocks;
  g->stack += b->bytes;
  g->blocks = b;
  return b;
}

static bool
on_segment (struct cgo__seg *seg, uintptr_t sp)
{
  return sp >= seg->lo && sp < (uintptr_t) seg;
}

/* AddressSanitizer may have put the variable on a stack of its own (-fsanitize=address,
   detect_stack_use_after_return); then the function's frame pointer stands for it.  */
static struct cgo__block **
place (struct cgo__block **blocks)
{
  struct cgo__m *m = __cgo_tls.m;
  if (on_segment (m->curg->seg, (uintptr_t) blocks))
    return blocks;
  return ((struct cgo__block ***) m->callsp)[5];
}

void *
cgo__alloca (size_t size, size_t align, struct cgo__block **blocks)
{
  struct cgo__block *b = add (size, align, cgo__api_caller (__cgo_tls.m));
  b->blocks = place (blocks);
  b->lower = *blocks;
  b->pc = 0;
  *blocks = b;
  return b + 1;
}

static void
pop (struct cgo__g *g)
{
  struct cgo__block *b = g->blocks;
  g->blocks = b->next;
  g->stack -= b->bytes;
  free (b->memory);
}

/* Ends the blocks of *BLOCKS down to MARK, and any newer ones.  */
void
cgo__alloca_release (struct cgo__block **blocks, struct cgo__block *mark)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  while (*blocks != mark)
    {
      struct cgo__block *b = *blocks;
      *blocks = b->lower;
      while (g->blocks != b)
	pop (g);
      pop (g);
    }
}

/* What is in the frame to which was jumped, or above it, is alive; that frame itself ends
   what came since.  */
void
cgo__alloca_left (struct cgo__g *g, struct cgo__seg *seg, uintptr_t sp)
{
  while (g->blocks && (g->blocks->depth > seg->depth
		       || (g->blocks->depth == seg->depth
			   && (uintptr_t) g->blocks->blocks < sp)))
    pop (g);
}

void
cgo__alloca_stop (struct cgo__g *g, uintptr_t sp)
{
  if (on_segment (g->seg, sp))
    cgo__alloca_left (g, g->seg, sp);
}

/* Whether the newest block of G belongs to the activation with stack pointer SP and frame
   pointer BP that calls from PC, and SP is at its mark.  Alloca has not moved SP since the
   function began, so another activation of the function would be elsewhere; one of another
   function, which has left the block behind, need not.  */
static bool
has_mark (struct cgo__g *g, uintptr_t sp, uintptr_t bp, uintptr_t pc)
{
  struct cgo__block *b = g->blocks;
  return b && b->pc && b->depth == g->seg->depth && (uintptr_t) b->blocks == sp
	 && b->bp == bp
	 && _Unwind_FindEnclosingFunction ((void *) b->pc)
	    == _Unwind_FindEnclosingFunction ((void *) (pc - 1));
}

/* What code of -fsplit-stack asks for, with its stack pointer at SP.  A mark keeps the
   alignment that SP has.  Below the guard, where alloca never is, an activation gets one mark
   only: it comes out of the slack.  */
struct cgo__split_block
cgo__splitstack_alloca (size_t size, uintptr_t sp, uintptr_t bp)
{
  enum { ALIGN = 16, ALIGN_MAX = 64 };
  struct cgo__g *g = cgo__api_g_or_null ();
  uintptr_t pc = *(uintptr_t *) (sp - 8);
  size_t lower = (sp | ALIGN_MAX) & -(sp | ALIGN_MAX);
  if (g)
    {
      if (!on_segment (g->seg, sp))
	cgo__fatal ("a jump has arrived in code of -fsplit-stack, which calls alloca");
      int err = errno;
      cgo__alloca_left (g, g->seg, sp);
      errno = err;
      if (sp - lower < g->seg->limit && has_mark (g, sp, bp, pc))
	lower = 0;
    }
  struct cgo__block *b = add (size, ALIGN, pc);
  b->blocks = (struct cgo__block **) (sp - lower);
  b->lower = NULL;
  b->bp = bp;
  b->pc = pc - 1;
  return (struct cgo__split_block) { b + 1, lower };
}

void
cgo__alloca_end (struct cgo__g *g)
{
  while (g->blocks)
    pop (g);
}
