/* g.c - the life of a goroutine: made, prepared to run, freed.

   A dead goroutine keeps its first segment and goes to the free list of the P it
   died on (gfree.c), so that starting one is usually a few stores: no lock, no system call.

   SPDX-License-Identifier: MIT  */

#include "sched/fiber.h"
#include "sched/gfree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum
{
  IDS = 16,
  LIGHT_FRAME = 64		/* and what else prepare puts below the arguments */
};

/* First those that have ended: each of them is then seen to have begun, so there are never more
   than this says.  Acquire: pairs with the release when they ended; that of npmade with the one
   in cgo__make_ps.  */
int
cgo__ng (void)
{
  struct cgo__sched *s = &cgo__sched;
  int made = atomic_load_explicit (&s->npmade, memory_order_acquire);
  uint64_t n = -atomic_load_explicit (&s->ended, memory_order_acquire);
  for (int i = 0; i < made; i++)
    n -= atomic_load_explicit (&s->allp[i]->ended, memory_order_acquire);
  made = atomic_load_explicit (&s->npmade, memory_order_acquire);
  for (int i = 0; i < made; i++)
    n += atomic_load_explicit (&s->allp[i]->begun, memory_order_relaxed);
  return n + atomic_load_explicit (&s->begun, memory_order_relaxed);
}

static uint64_t
next_id (struct cgo__p *p)
{
  /* Relaxed: only that each number is given once matters.  */
  if (!p)
    return atomic_fetch_add_explicit (&cgo__sched.nextid, 1,
				      memory_order_relaxed);
  if (p->ids == p->idend)
    {
      p->ids = atomic_fetch_add_explicit (&cgo__sched.nextid, IDS,
					  memory_order_relaxed);
      p->idend = p->ids + IDS;
    }
  return p->ids++;
}

static void
set_segment (struct cgo__g *g, struct cgo__seg *s)
{
  g->seg = s;
  g->stack = s->size;
}

static inline struct cgo__g *
new (struct cgo__p *p)
{
  struct cgo__g *g = cgo__gfree_get (p);
  if (!g)
    return NULL;
  if (!g->seg)
    {
      struct cgo__seg *s = cgo__seg_alloc (p ? &p->segs : NULL,
					   cgo__debug.segment);
      if (!s)
	{
	  cgo__gfree_put (p, g);
	  return NULL;
	}
      set_segment (g, s);
    }
  CGO__POST (g->id, next_id (p));
  return g;
}

struct cgo__g *
cgo__g_new (struct cgo__p *p)
{
  return new (p);
}

/* The running goroutine is dead and its stack not in use any more.  */
void
cgo__g_free (struct cgo__p *p, struct cgo__g *g)
{
  struct cgo__seg *first = g->seg;
  if (CGO__UNLIKELY (g->blocks != NULL))
    cgo__alloca_end (g);
  cgo__fiber_free (g);
  while (first->prev)
    first = first->prev;
  if (first->next)
    {
      cgo__seg_free_chain (p ? &p->segs : NULL, first->next);
      first->next = NULL;
    }
  if (first->size == cgo__debug.segment && !cgo__seg_single)
    {
      cgo__border_reset (first);
      set_segment (g, first);
    }
  else
    {
      cgo__seg_free (p ? &p->segs : NULL, first);
      g->seg = NULL;
    }
  CGO__POST (g->m, NULL);
  CGO__POST (g->lockedm, NULL);
  CGO__POST (g->locks, 0);
  CGO__POST (g->pinned, 0);
  g->eh = (struct cgo__eh) { 0 };
  g->cleanups = NULL;
  CGO__POST (g->reason, NULL);
  if (CGO__UNLIKELY (g->name != NULL))
    {
      char *name = g->name;
      CGO__POST (g->name, NULL);
      free (name);
    }
  CGO__POST (g->foreign, false);
  g->settled = false;
  /* Release: pairs with the acquire of a traceback.  */
  atomic_store_explicit (&g->status, CGO__IDLE, memory_order_release);
  cgo__gfree_put (p, g);
}

/* Word by word, as they have just been written: a wider load would wait until the narrower stores
   it spans are in the cache.  */
static inline void
copy_args (uint64_t *to, const volatile uint64_t *from)
{
#pragma GCC unroll 8	/* all */
  for (int i = 0; i < CGO_ARGS_SIZE / 8; i++)
    to[i] = from[i];
}

/* Writes what cgo__gogo and cgo__gostart (arch/x86_64/switch.S) take off the
   stack: the light frame, the argument block, the stack arguments.  */
static inline void
prepare (struct cgo__g *g, const char *start, size_t vectors, const uint64_t *args,
	 const void *stackargs, size_t bytes, size_t align)
{
  uintptr_t sp = ((uintptr_t) g->seg - bytes) & -align;
  if (bytes)
    memcpy ((void *) sp, stackargs, bytes);
  sp -= CGO_ARGS_SIZE;
  copy_args ((uint64_t *) sp, args);
  if (CGO__UNLIKELY (vectors))
    {
      sp -= vectors;
      memcpy ((void *) sp, (const char *) args - vectors, vectors);
    }
  uint64_t *frame = (uint64_t *) sp - 7;
  memset (frame, 0, 6 * sizeof *frame);
  frame[6] = (uintptr_t) start;
  g->sp = (uintptr_t) frame;
  g->ret = 0;
  g->err = 0;
  g->ctx = NULL;
  g->async = NULL;
  CGO__POST (g->fn, (void (*) (void)) (uintptr_t) args[CGO_ARGS_FN / 8]);
  __asm__ ("stmxcsr %0; fnstcw %1" : "=m" (g->mxcsr), "=m" (g->fcw));
}

void
cgo__g_prepare (struct cgo__g *g, const char *start, const uint64_t *args)
{
  prepare (g, start, 0, args, NULL, 0, 64);
}

/* A first segment for more stack arguments than the usual one holds.  */
static bool
make_room (struct cgo__p *p, struct cgo__g *g, size_t need)
{
  if (need <= g->seg->size)
    return true;
  struct cgo__seg *s = cgo__seg_alloc (p ? &p->segs : NULL, need);
  if (!s)
    return false;
  cgo__seg_free (p ? &p->segs : NULL, g->seg);
  set_segment (g, s);
  return true;
}

/* The caller's stack arguments begin above the return address: on x86 every call leaves it there,
   and the thunk of cgo_go jumps.  */
static void
set_creator (struct cgo__g *g, const struct cgo__m *m, const void *stackargs)
{
  const struct cgo__g *by = m && m->api ? m->curg : NULL;
  CGO__POST (g->parent, by ? by->id : 0);
  CGO__POST (g->creator, ((const uintptr_t *) stackargs)[-1]);
}

__attribute__ ((always_inline)) static inline int
newproc (const uint64_t *args, size_t vectors, const void *stackargs, size_t bytes, size_t align)
{
  struct cgo__m *m = __cgo_tls.m;
  if (CGO__UNLIKELY (!m))
    cgo__start ();
  if (CGO__UNLIKELY (!args[CGO_ARGS_FN / 8]))
    cgo__fatal ("cgo_go of a null pointer");
  struct cgo__p *p = cgo__m_owns_p (m) ? m->p : NULL;
  struct cgo__g *g = new (p);
  if (g && !make_room (p, g, bytes + align + CGO_ARGS_SIZE + vectors + LIGHT_FRAME
			     + CGO_SLACK + CGO_SEG_HEADER))
    {
      cgo__g_free (p, g);
      g = NULL;
    }
  if (!g)
    {
      errno = ENOMEM;
      return -1;
    }
  cgo__sysmon_need ();
  prepare (g, vectors ? cgo__gostart_vectors : cgo__gostart, vectors, args, stackargs, bytes,
	   align);
  set_creator (g, m, stackargs);
  cgo__fiber_new (g, (void *) g->creator);
  cgo__ng_begun (p);
  cgo__ready_on (p, g, true);
  return 0;
}

/* __cgo_newproc's C half: arch/x86_64/api.S, cgo/abi.h.  */
int
cgo__newproc (const uint64_t *args, const void *stackargs, uint64_t shape)
{
  enum { LOG = 6 };
  if (CGO__LIKELY (!shape))
    return newproc (args, 0, stackargs, 0, 1 << LOG);
  size_t bytes = (uint32_t) shape & ~CGO_GO_VECTORS;
  size_t vectors = shape & CGO_GO_VECTORS ? CGO_VECTORS_SIZE : 0;
  unsigned log = shape >> CGO_ARG_ALIGN_SHIFT;
  return newproc (args, vectors, stackargs, bytes, (size_t) 1 << (log ? log : LOG));
}
