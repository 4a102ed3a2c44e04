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
  struct cgo__block **blocks;	/* the variable that `lower' runs from */
  uint32_t depth;		/* of the segment that is on */
  void *memory;			/* malloc's */
  size_t bytes;
};

/* Where the stub of the running API call returns to: rbp and five registers are saved
   below that (arch/x86_64/api.S).  */
static uintptr_t
caller (void)
{
  return ((uintptr_t *) __cgo_tls.callsp)[6];
}

void *
cgo__alloca (size_t size, size_t align, struct cgo__block **blocks)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (!g)
    cgo__fatal ("alloca of %zu bytes on a system stack", size);
  size_t head = (sizeof (struct cgo__block) + align - 1) & -align;
  size_t limit = cgo__debug.stacklimit;
  if (size > limit || g->stack + head + size > limit)
    cgo__stack_limit (g, caller ());
  int err = errno;
  void *memory = aligned_alloc (align, (head + size + align - 1) & -align);
  if (!memory)
    cgo__fatal ("out of memory for alloca of %zu bytes", size);
  errno = err;
  struct cgo__block *b
    = (struct cgo__block *) ((char *) memory + head - sizeof *b);
  b->memory = memory;
  b->bytes = head + size;
  b->blocks = blocks;
  b->depth = g->seg->depth;
  b->lower = *blocks;
  b->next = g->blocks;
  g->stack += b->bytes;
  g->blocks = *blocks = b;
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
cgo__alloca_end (struct cgo__g *g)
{
  while (g->blocks)
    pop (g);
}
