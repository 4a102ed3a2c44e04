/* gfree.h - taking a dead goroutine and giving one back: gfree.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_GFREE_H
#define CGO_GFREE_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

struct cgo__g *cgo__gfree_get_slow (struct cgo__p *);
void cgo__gfree_put_slow (struct cgo__p *, struct cgo__g *);

/* One that is dead, or was never used and has no segment.  P is the caller's, or null.  Null: no
   memory.  */
static inline struct cgo__g *
cgo__gfree_get (struct cgo__p *p)
{
  struct cgo__g *g = CGO__LIKELY (p != NULL) ? p->gfree : NULL;
  if (CGO__UNLIKELY (!g))
    return cgo__gfree_get_slow (p);
  p->gfree = g->schedlink;
  p->ngfree--;
  return g;
}

/* G is not in use any more.  */
static inline void
cgo__gfree_put (struct cgo__p *p, struct cgo__g *g)
{
  if (CGO__UNLIKELY (!p || p->ngfree == CGO__GFREE))
    {
      cgo__gfree_put_slow (p, g);
      return;
    }
  g->schedlink = p->gfree;
  p->gfree = g;
  p->ngfree++;
}

/* All that P has is anybody's.  */
void cgo__gfree_drain (struct cgo__p *);

/* In the child of a fork.  */
void cgo__gfree_forget (struct cgo__p *);
void cgo__gfree_forget_all (void);

#pragma GCC visibility pop
#endif
