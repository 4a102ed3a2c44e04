/* gfree.c - the free lists of goroutines.

   A P has a list of at most CGO__GFREE that it takes from and gives to, and one such list more,
   which is full, or none at all.  When the first is full it becomes the second; when it is empty
   the second takes its place.  A second that is in the way goes to the global stack of full
   lists, and one that is missing comes from there: a lock and a few stores, however long the
   lists are, and only the first goroutine of each is touched.  (To move half a list one by one
   means to write to as many lines of the cache, most of them cold.)  A P that starts and ends one
   goroutine after the other at the edge of a list goes to and fro between its two.

   What comes or goes one by one, for want of a P or when a P retires, is in a global list of its
   own; a thread without a P that finds it empty puts a full list in its place.  The structures are
   never given back, which is what lets cgo__sched.allg be walked without a lock.

   Owner: a P's lists are those of the M that has the P.  The global ones, and the slab, are under
   cgo__sched.lock.

   SPDX-License-Identifier: MIT  */

#include "sched/gfree.h"

#include <stdlib.h>
#include <string.h>

enum { SLAB = 32 };

static struct cgo__g *full;	/* lists of CGO__GFREE, by nextlist of the first of each */
static struct cgo__g *singles;
static struct cgo__g *slab;
static unsigned slab_left;

static void
allg_push (struct cgo__g *g)
{
  struct cgo__g *head = atomic_load_explicit (&cgo__sched.allg,
					      memory_order_relaxed);
  do
    g->allnext = head;
  /* Release: who walks the list (acquire, traceback.c) sees g's fields.  */
  while (!atomic_compare_exchange_weak_explicit (&cgo__sched.allg, &head, g,
						 memory_order_release,
						 memory_order_relaxed));
}

static struct cgo__g *
from_slab (void)
{
  if (!slab_left)
    {
      slab = aligned_alloc (64, SLAB * sizeof *slab);
      slab_left = slab ? SLAB : 0;
      if (slab)
	memset (slab, 0, SLAB * sizeof *slab);
    }
  struct cgo__g *g = slab_left ? slab++ : NULL;
  slab_left -= g != NULL;
  if (g)
    allg_push (g);
  return g;
}

static struct cgo__g *
take (struct cgo__p *p, struct cgo__g *list)
{
  p->gfree = list->schedlink;
  p->ngfree = CGO__GFREE - 1;
  return list;
}

struct cgo__g *
cgo__gfree_get_slow (struct cgo__p *p)
{
  struct cgo__g *g = p ? p->gfull : NULL;
  if (g)
    {
      p->gfull = NULL;
      return take (p, g);
    }
  cgo__lock (&cgo__sched.lock);
  if (!p && !singles && full)
    {
      singles = full;
      full = full->nextlist;
    }
  bool whole = p && full;
  if (whole)
    {
      g = full;
      full = g->nextlist;
    }
  else if (singles)
    {
      g = singles;
      singles = g->schedlink;
    }
  else
    g = from_slab ();
  cgo__unlock (&cgo__sched.lock);
  return whole ? take (p, g) : g;
}

/* The lock is held.  */
static void
put_full (struct cgo__g *list)
{
  list->nextlist = full;
  full = list;
}

static void
put_single (struct cgo__g *g)
{
  g->schedlink = singles;
  singles = g;
}

void
cgo__gfree_put_slow (struct cgo__p *p, struct cgo__g *g)
{
  if (!p || p->gfull)
    {
      cgo__lock (&cgo__sched.lock);
      if (p)
	put_full (p->gfull);
      else
	put_single (g);
      cgo__unlock (&cgo__sched.lock);
      if (!p)
	return;
    }
  p->gfull = p->gfree;
  g->schedlink = NULL;
  p->gfree = g;
  p->ngfree = 1;
}

void
cgo__gfree_drain (struct cgo__p *p)
{
  cgo__lock (&cgo__sched.lock);
  if (p->gfull)
    put_full (p->gfull);
  for (struct cgo__g *g = p->gfree, *next; g; g = next)
    {
      next = g->schedlink;
      put_single (g);
    }
  cgo__unlock (&cgo__sched.lock);
  cgo__gfree_forget (p);
}

void
cgo__gfree_forget (struct cgo__p *p)
{
  p->gfree = p->gfull = NULL;
  p->ngfree = 0;
}

/* Another thread may have been in the middle of a list.  */
void
cgo__gfree_forget_all (void)
{
  full = singles = slab = NULL;
  slab_left = 0;
}
