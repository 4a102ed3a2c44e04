/* census.c - all goroutines in the order of their numbers, for reports.

   cgo__sched.allg has every G there ever was, in the order of their making, and a G is used again
   under another number.  A report wants them sorted, and finds one by its number.  So it takes a
   census first: an array, sorted once.  To look for the next number each time, as reports did,
   is nothing for a hundred goroutines and an hour for a million.

   It may be taken in a signal handler, in the middle of anything: the memory comes from mmap, and
   a heap sort needs no more.  The world goes on meanwhile, so a goroutine in it may have ended,
   and its G have another number.

   SPDX-License-Identifier: MIT  */

#include "sched/census.h"
#include "base/sys.h"

#include <sys/mman.h>

bool
cgo__census_counts (struct cgo__g *g)
{
  /* Acquire: pairs with the release in cgo__g_free and cgo__park.  */
  uint32_t status = atomic_load_explicit (&g->status, memory_order_acquire);
  if (status == CGO__IDLE || status == CGO__DEAD)
    return false;
  struct cgo__m *m = CGO__PEEK (g->m);
  return !CGO__PEEK (g->foreign) || status != CGO__RUNNING || (m && cgo__peek_depth (m));
}

static struct cgo__g *
first (void)
{
  /* Acquire: pairs with the release that put the goroutine on the list.  */
  return atomic_load_explicit (&cgo__sched.allg, memory_order_acquire);
}

static uint64_t
id_of (const struct cgo__g *g)
{
  return CGO__PEEK (g->id);
}

/* ---- Sorting ---- */

static void
swap (struct cgo__g **a, size_t i, size_t j)
{
  struct cgo__g *t = a[i];
  a[i] = a[j];
  a[j] = t;
}

/* A[I] goes down in the heap of N, the largest first, to where it belongs.  */
static void
sift (struct cgo__g **a, size_t i, size_t n)
{
  for (size_t c; (c = 2 * i + 1) < n; i = c)
    {
      if (c + 1 < n && id_of (a[c]) < id_of (a[c + 1]))
	c++;
      if (id_of (a[c]) <= id_of (a[i]))
	return;
      swap (a, i, c);
    }
}

/* Numbers may change while we look, and then the order is wrong there: never the memory.  */
static void
sort (struct cgo__g **a, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    sift (a, i, n);
  while (n > 1)
    {
      swap (a, 0, --n);
      sift (a, 0, n);
    }
}

/* ---- The census ---- */

static size_t
bytes (const struct cgo__census *c)
{
  return c->room * (sizeof *c->g + sizeof *c->mark);
}

void
cgo__census_take (struct cgo__census *c)
{
  *c = (struct cgo__census) { .when = cgo__nanotime () };
  struct cgo__g *all = first ();
  for (struct cgo__g *g = all; g; g = g->allnext)
    c->room++;
  if (!c->room)
    return;
  void *p = cgo__sys_map (bytes (c), PROT_READ | PROT_WRITE, MAP_NORESERVE);
  if (!p)
    {
      c->room = 0;
      return;
    }
  c->g = p;
  c->mark = (uint32_t *) (c->g + c->room);
  for (struct cgo__g *g = all; g; g = g->allnext)
    if (cgo__census_counts (g))
      c->g[c->n++] = g;
  sort (c->g, c->n);
}

void
cgo__census_drop (struct cgo__census *c)
{
  if (c->room)
    cgo__sys_munmap (c->g, bytes (c));
}

/* Of those whose number is at least ID, the first.  */
static size_t
at_least (const struct cgo__census *c, uint64_t id)
{
  size_t lo = 0, hi = c->n;
  while (lo < hi)
    {
      size_t mid = lo + (hi - lo) / 2;
      if (id_of (c->g[mid]) < id)
	lo = mid + 1;
      else
	hi = mid;
    }
  return lo;
}

size_t
cgo__census_find (const struct cgo__census *c, uint64_t low, unsigned bits)
{
  uint64_t most = c->n ? id_of (c->g[c->n - 1]) : 0;
  for (uint64_t id = low; id <= most; id += (uint64_t) 1 << bits)
    {
      size_t i = at_least (c, id);
      if (i < c->n && id_of (c->g[i]) == id)
	return i;
    }
  return c->n;
}
