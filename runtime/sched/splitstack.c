/* splitstack.c - the goroutine's stack as seen by __splitstack_find and its relatives.

   libgcc has these for two kinds of users:

     collectors of garbage	  walk a stack, piece by piece: __splitstack_find for the
				  running one, __splitstack_getcontext and later
				  __splitstack_find_context for one that stands still.
				  Goroutines have such pieces, their segments.
     libraries of coroutines	  make stacks and switch among them, and tell
				  __morestack with __splitstack_makecontext and setcontext.
				  A goroutine's stack is its own: nobody may put another
				  under it.  Named errors, but for a context of the very
				  stack that runs: that changes nothing.

   The pieces, innermost first: on a goroutine its segments.  In C that a goroutine has
   called, first what C uses of the thread's stack, then the goroutine's segments.  On
   any other thread its stack.  A stack that is none of these, a signal handler's say, has
   no pieces.

   A context (ten words, libgcc's own layout is secret):

     0 goroutine  1 segment, or null  2 stack pointer  3 end of the thread's stack
     4 where the goroutine's begins behind it

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

#include <string.h>

enum { C_G, C_SEG, C_SP, C_END, C_CALLSP, CONTEXT = 10 };

/* Asked for what comes after the last piece.  No segment is at 2.  */
#define LAST ((void *) 2)

void *cgo__splitstack_find (void *, void *, size_t *, void **, void **, void **);
void *cgo__splitstack_find_context (void *[], size_t *, void **, void **, void **);
void cgo__splitstack_getcontext (void *[]);
void cgo__splitstack_setcontext (void *[]);
_Noreturn void cgo__splitstack_refuse (const char *name);

/* The end of the thread's own stack, if SP is on it; else 0.  */
static uintptr_t
stack_end (struct cgo__m *m, uintptr_t sp)
{
  uintptr_t lo = 0, end = 0;
  pthread_attr_t a;
  if (m)
    {
      struct cgo__bounds b = cgo__m_bounds (m, false);
      lo = b.lo;
      end = b.hi;
    }
  else if (pthread_getattr_np (pthread_self (), &a) == 0)
    {
      void *p;
      size_t size;
      pthread_attr_getstack (&a, &p, &size);
      lo = (uintptr_t) p;
      end = lo + size;
      pthread_attr_destroy (&a);
    }
  return sp >= lo && sp < end ? end : 0;
}

/* The running stack; FRAME is a frame on it if it is a system stack.  */
static void
here (void *context[], void *frame)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = cgo__api_g_or_null ();
  memset (context, 0, CONTEXT * sizeof *context);
  if (g)
    {
      context[C_SEG] = g->seg;
      context[C_SP] = (void *) __cgo_tls.m->callsp;
    }
  else
    {
      g = m ? m->curg : NULL;
      context[C_SP] = frame;
      context[C_END] = (void *) stack_end (m, (uintptr_t) frame);
      context[C_CALLSP] = g ? (void *) __cgo_tls.m->callsp : NULL;
    }
  context[C_G] = g;
}

/* The piece on SEG from SP, and what comes then.  */
static void *
piece (struct cgo__seg *seg, void *sp, size_t *len, void **next_segment, void **next_sp)
{
  *len = (char *) seg - (char *) sp;
  *next_segment = seg->prev ? seg->prev : LAST;
  *next_sp = (void *) seg->oldbp;
  return sp;
}

void *
cgo__splitstack_find_context (void *context[], size_t *len, void **next_segment,
			      void **next_sp, void **initial_sp)
{
  struct cgo__g *g = context[C_G];
  *next_segment = LAST;
  *next_sp = *initial_sp = NULL;
  if (context[C_SEG])
    return piece (context[C_SEG], context[C_SP], len, next_segment, next_sp);
  if (!context[C_END])
    return NULL;
  *len = (char *) context[C_END] - (char *) context[C_SP];
  if (g)
    {
      *next_segment = g->seg;
      *next_sp = context[C_CALLSP];
    }
  return context[C_SP];
}

void *
cgo__splitstack_find (void *segment, void *sp, size_t *len, void **next_segment,
		      void **next_sp, void **initial_sp)
{
  if (segment == LAST)
    return NULL;
  if (segment)
    return piece (segment, sp, len, next_segment, next_sp);
  void *context[CONTEXT];
  here (context, __builtin_frame_address (0));
  return cgo__splitstack_find_context (context, len, next_segment, next_sp, initial_sp);
}

void
cgo__splitstack_getcontext (void *context[])
{
  here (context, __builtin_frame_address (0));
}

_Noreturn void
cgo__splitstack_refuse (const char *name)
{
  cgo__fatal ("%s: stacks of goroutines belong to the runtime; start a goroutine with"
	      " cgo_go in place of a coroutine", name);
}

/* The same stack: the same goroutine on the same segment, or the same thread.  */
void
cgo__splitstack_setcontext (void *context[])
{
  void *now[CONTEXT];
  here (now, __builtin_frame_address (0));
  if (context[C_G] != now[C_G] || context[C_SEG] != now[C_SEG]
      || context[C_END] != now[C_END])
    cgo__splitstack_refuse ("__splitstack_setcontext");
}
