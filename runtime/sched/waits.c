/* waits.c - what goroutines wait for, how long, and in which circles.

   A mutex has a holder, and its word says who (waitq.h), so that of goroutines that wait for
   mutexes it is known whom each waits for.  Where that leads back to one of them none of them will
   ever run, whatever the others do:

     cgo: deadlock: goroutine 3 waits for mutex 0x55d0c0 held by goroutine 5, which
     waits for mutex 0x55d100 held by goroutine 3

   (one line).  A goroutine that locks a mutex twice is the smallest circle.  Who would send into
   a channel, or make a wait group zero, nobody knows, so of those only the object is named: who
   waits for the same one is seen by that.

   Other goroutines may run while a report of all is made, and the object that one waited for be
   gone by now.  So the kernel is asked whether it can be read.

   SPDX-License-Identifier: MIT  */

#include "sched/waits.h"
#include "base/format.h"
#include "base/tools.h"
#include "sched/waitq.h"

#include <string.h>

enum
{
  LINKS = 20,			/* shown of one circle */
  CIRCLES = 10			/* shown of all */
};

size_t
cgo__g_label (struct cgo__g *g, char *buf, size_t size)
{
  unsigned long id = CGO__PEEK (g->id);
  /* Acquire: pairs with cgo__goname.  */
  const char *name = __atomic_load_n (&g->name, __ATOMIC_ACQUIRE);
  if (!name)
    return cgo__format (buf, size, "goroutine %lu", id);
  return cgo__format (buf, size, "goroutine %lu \"%.*s\"", id, CGO__NAME_MAX, name);
}

/* ---- One goroutine ---- */

/* What G waits for, or null: it sleeps, or waits for what has no address.  */
static void *
object_of (struct cgo__g *g)
{
  const struct cgo__waiter *w = &g->waiter;
  return CGO__PEEK (w->queued) && CGO__PEEK (w->queue) ? CGO__PEEK (w->object) : NULL;
}

/* Whether G waits for a mutex; the low bits of its holder's number, 0 for none known.  */
static bool
holder_of (struct cgo__g *g, uint32_t *holder)
{
  struct cgo__held *o = object_of (g);
  if (!o || CGO__PEEK (g->reason) != cgo__reason_mutex || !cgo__readable (o))
    return false;
  /* Relaxed: a report.  */
  *holder = atomic_load_explicit (&o->state, memory_order_relaxed) >> CGO__HELD_SHIFT;
  return true;
}

/* ` held by goroutine 3'.  */
static size_t
holder_name (uint32_t holder, const struct cgo__census *c, char *buf, size_t size)
{
  char label[128];
  if (!holder)
    return cgo__format (buf, size, " held by no goroutine");
  size_t i = cgo__census_find (c, holder, CGO__HELD_BITS);
  if (i == c->n)
    return cgo__format (buf, size, " held by goroutine %u, which has ended", holder);
  cgo__g_label (c->g[i], label, sizeof label);
  return cgo__format (buf, size, " held by %s", label);
}

/* `, 3 minutes'.  */
static size_t
duration (int64_t ns, bool always, char *buf, size_t size)
{
  enum { MS = 1000 * 1000, S = 1000 };
  int64_t ms = ns > 0 ? ns / MS : 0;
  buf[0] = 0;
  if (ms >= 60 * S)
    return cgo__format (buf, size, ", %jd minute%s", ms / (60 * S), ms < 120 * S ? "" : "s");
  if (!always)
    return 0;
  if (ms >= S)
    return cgo__format (buf, size, ", %jd s", ms / S);
  return cgo__format (buf, size, ", %jd ms", ms);
}

void
cgo__wait_name (struct cgo__g *g, const struct cgo__census *c, bool all, char *buf,
		size_t size)
{
  const char *reason = CGO__PEEK (g->reason);
  void *object = object_of (g);
  uint32_t holder;
  size_t n = cgo__format (buf, size, "%s", reason ? reason : "waiting");
  if (all && object)
    n += cgo__format (buf + n, size - n, " %p", object);
  if (all && object && holder_of (g, &holder))
    n += holder_name (holder, c, buf + n, size - n);
  duration (c->when - CGO__PEEK (g->since), all, buf + n, size - n);
}

/* ---- Circles ---- */

/* Whom C->g[I] waits for; C->n: nobody is known.  */
static size_t
next (const struct cgo__census *c, size_t i)
{
  uint32_t holder;
  struct cgo__g *g = c->g[i];
  /* Acquire: pairs with the release in cgo__park.  */
  if (atomic_load_explicit (&g->status, memory_order_acquire) != CGO__WAITING
      || !holder_of (g, &holder) || !holder)
    return c->n;
  return cgo__census_find (c, holder, CGO__HELD_BITS);
}

/* The one with the lowest number begins.  */
static void
print_circle (const struct cgo__census *c, size_t any)
{
  char line[1024], label[128];
  size_t from = any, n, links = 0;
  size_t steps = 0;		/* they may be woken meanwhile, and the circle be another */
  for (size_t i = next (c, any); i != any && i != c->n && steps++ < c->n; i = next (c, i))
    from = i < from ? i : from;
  cgo__g_label (c->g[from], label, sizeof label);
  n = cgo__format (line, sizeof line, "cgo: deadlock: %s", label);
  size_t i = from;
  do
    {
      void *mutex = object_of (c->g[i]);
      i = next (c, i);
      if (i == c->n)
	break;			/* it has just been woken */
      cgo__g_label (c->g[i], label, sizeof label);
      n += cgo__format (line + n, sizeof line - n, "%s waits for mutex %p held by %s",
			links ? ", which" : "", mutex,
			links || i != from ? label : "itself");
    }
  while (i != from && ++links < LINKS && sizeof line - n > 2 * sizeof label);
  cgo__print ("%s%s\n", line, i == from ? "" : ", ...");
}

/* A walk marks where it comes by with its own number; if that is where it ends, it has found a
   circle.  */
void
cgo__wait_circles (struct cgo__census *c)
{
  int found = 0;
  for (size_t start = 0; start < c->n && found < CIRCLES; start++)
    {
      size_t i = start;
      while (i != c->n && !c->mark[i])
	{
	  c->mark[i] = start + 1;
	  i = next (c, i);
	}
      if (i != c->n && c->mark[i] == start + 1)
	{
	  print_circle (c, i);
	  found++;
	}
    }
}
