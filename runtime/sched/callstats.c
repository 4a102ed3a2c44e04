/* callstats.c - CGODEBUG=callstats=1: which calls of C take long, and what that costs.

   Each call in the modes that lend a P goes the slow way in and out (CGO__SYS_SLOW,
   CGO_RETAKE_STATS), where it is known who called what: the return address above the frame
   of asmcall, and the function in r11.  Off, the setting costs nothing.  Calls that keep the
   P, nonblocking and leaf ones, do not come by and are not counted.

   A call under way belongs to its M, as C's frames do: m->calls has one for each depth of
   callbacks.  A call that is left by a jump out of a callback never ends: it was counted at its
   beginning, and the next at the same depth takes its place.

   What is known of a site is in a table that only grows: chains with the newest first, linked
   in by compare-and-swap, and counters that any M may add to.

   SPDX-License-Identifier: MIT  */

#include "sched/callstats.h"
#include "sched/symbol.h"
#include "base/tools.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* caller, fn and next never change once it can be found.  All counters relaxed: nothing is
   passed on with them.  Times are nanoseconds.  */
struct site
{
  struct site *next;
  uintptr_t caller;		/* return address */
  uintptr_t fn;
  _Atomic uint64_t calls, handoffs;
  _Atomic int64_t longest, total;
};

enum { CHAINS = 1024, CALLS = 8 };
static _Atomic (struct site *) table[CHAINS];

/* A call under way; site is null if there is none.  */
struct cgo__call
{
  struct site *site;
  int64_t start;
};

/* ---- Sites ---- */

static struct site *
find_in (struct site *s, uintptr_t caller, uintptr_t fn)
{
  while (s && (s->caller != caller || s->fn != fn))
    s = s->next;
  return s;
}

/* Null: no memory, so the call is not counted.  */
static struct site *
find (uintptr_t caller, uintptr_t fn)
{
  _Atomic (struct site *) *chain = &table[(caller ^ caller >> 10 ^ fn >> 4) % CHAINS];
  /* Acquire: pairs with the release below, so that the fields are seen.  */
  struct site *head = atomic_load_explicit (chain, memory_order_acquire);
  struct site *s = find_in (head, caller, fn);
  if (s)
    return s;
  struct site *new = calloc (1, sizeof *new);
  if (!new)
    return NULL;
  new->caller = caller;
  new->fn = fn;
  do
    {
      s = find_in (head, caller, fn);
      if (s)
	{
	  free (new);
	  return s;
	}
      new->next = head;
    }
  while (!atomic_compare_exchange_weak_explicit (chain, &head, new, memory_order_release,
						 memory_order_acquire));
  return new;
}

/* ---- Calls ---- */

/* Room for the call at M's depth; null if there is none.  */
static struct cgo__call *
room (struct cgo__m *m)
{
  if (cgo__depth (m) >= m->ncalls)
    {
      uint32_t n = m->ncalls ? 2 * m->ncalls : CALLS;
      while (n <= cgo__depth (m))
	n *= 2;
      cgo__tsan_ignore_begin ();
      struct cgo__call *c = realloc (m->calls, n * sizeof *c);
      cgo__tsan_ignore_end ();
      if (!c)
	return NULL;
      for (uint32_t i = m->ncalls; i < n; i++)
	c[i].site = NULL;
      m->calls = c;
      m->ncalls = n;
    }
  return &m->calls[cgo__depth (m)];
}

static struct site *
under_way (struct cgo__m *m, uint32_t depth)
{
  return depth < m->ncalls ? m->calls[depth].site : NULL;
}

/* FRAME is asmcall's.  A function that was called over the border of a segment and then
   made C its successor, a sibling call, would return to __morestack: its caller is beyond.  */
static uintptr_t
caller_of (struct cgo__g *g, const uintptr_t *frame)
{
  struct cgo__seg *seg = g->seg;
  if ((uintptr_t) (frame + 2) == (uintptr_t) seg && seg->prev)
    return ((uintptr_t *) seg->oldbp)[2];
  return frame[1];
}

void
cgo__callstats_enter (struct cgo__m *m, const struct cgo__ctx *ctx)
{
  int err = errno;
  struct cgo__call *c = room (m);
  if (c)
    {
      const uintptr_t *frame = (const uintptr_t *) cgo__ctx_word (ctx, CGO_CTX_RBP);
      c->site = find (caller_of (m->curg, frame), cgo__ctx_word (ctx, CGO_CTX_R11));
      if (c->site)
	atomic_fetch_add_explicit (&c->site->calls, 1, memory_order_relaxed);
      c->start = cgo__nanotime ();
    }
  errno = err;
}

void
cgo__callstats_exit (struct cgo__m *m, bool handoff)
{
  struct site *s = under_way (m, cgo__depth (m));
  if (!s)
    return;
  int64_t took = cgo__nanotime () - m->calls[cgo__depth (m)].start;
  m->calls[cgo__depth (m)].site = NULL;
  atomic_fetch_add_explicit (&s->total, took, memory_order_relaxed);
  atomic_fetch_add_explicit (&s->handoffs, handoff, memory_order_relaxed);
  int64_t longest = atomic_load_explicit (&s->longest, memory_order_relaxed);
  while (took > longest
	 && !atomic_compare_exchange_weak_explicit (&s->longest, &longest, took,
						    memory_order_relaxed,
						    memory_order_relaxed))
    ;
}

void
cgo__callstats_callback (struct cgo__m *m)
{
  struct site *s = under_way (m, cgo__depth (m) - 1);
  cgo__lock (&m->lock);
  bool gone = !m->p;
  cgo__unlock (&m->lock);
  if (s && gone)
    atomic_fetch_add_explicit (&s->handoffs, 1, memory_order_relaxed);
}

void
cgo__callstats_forget (void)
{
  for (int i = 0; i < CHAINS; i++)
    atomic_store_explicit (&table[i], NULL, memory_order_relaxed);
}

/* ---- The report ---- */

static int
by_longest (const void *a, const void *b)
{
  const struct site *s = *(struct site *const *) a, *t = *(struct site *const *) b;
  int64_t x = atomic_load_explicit (&s->longest, memory_order_relaxed);
  int64_t y = atomic_load_explicit (&t->longest, memory_order_relaxed);
  return (x < y) - (x > y);
}

/* In libc a function has several names.  The one in the source is the thunk's, if there is
   a direct call of one in front of the return address.  */
static const char *
function_name (struct site *s, char *buf, size_t size)
{
  enum { CALL = 0xe8, LENGTH = 5 };
  static const char prefix[] = CGO_THUNK_PREFIX;
  const unsigned char *p = (const unsigned char *) s->caller - LENGTH;
  int32_t to = 0;
  /* Its library may be closed by now.  */
  if (cgo__readable (p) && cgo__readable (p + LENGTH - 1) && *p == CALL)
    memcpy (&to, p + 1, sizeof to);
  if (to && cgo__symbol_raw (s->caller + to, buf, size)
      && strncmp (buf, prefix, sizeof prefix - 1) == 0)
    {
      char *name = buf + sizeof prefix - 1;
      name[strcspn (name, ".")] = 0;
      return name;
    }
  return cgo__symbol_name (s->fn, buf, size);
}

/* The return address of a sibling call may be in the runtime.  */
static const char *
caller_place (struct site *s, char *buf, size_t size)
{
  if (cgo__symbol_kind (s->caller - 1) != CGO__SYMBOL_USER)
    return "a sibling call";
  return cgo__symbol_place (s->caller - 1, buf, size);
}

static void
print (struct site *s)
{
  char name[256], place[512], line[128];
  snprintf (line, sizeof line, "%10lu %12.3f %12.3f %9lu",
	    atomic_load_explicit (&s->calls, memory_order_relaxed),
	    atomic_load_explicit (&s->longest, memory_order_relaxed) / 1e6,
	    atomic_load_explicit (&s->total, memory_order_relaxed) / 1e6,
	    atomic_load_explicit (&s->handoffs, memory_order_relaxed));
  cgo__print ("%s  %s from %s\n", line, function_name (s, name, sizeof name),
	      caller_place (s, place, sizeof place));
}

/* Up to MAX of the sites, without what the runtime calls for itself; how many.  */
static size_t
collect (struct site **all, size_t max)
{
  size_t n = 0;
  for (int i = 0; i < CHAINS; i++)
    {
      /* Acquire: as in find.  */
      struct site *s = atomic_load_explicit (&table[i], memory_order_acquire);
      for (; s && n < max; s = s->next)
	if (cgo__symbol_kind (s->fn) == CGO__SYMBOL_USER)
	  all[n++] = s;
    }
  return n;
}

/* Other threads may still run, and add to what is being printed.  */
static void
report (void)
{
  enum { MOST = 10000 };
  struct site **all = calloc (MOST, sizeof *all);
  if (!all)
    return;
  size_t k = collect (all, MOST);
  qsort (all, k, sizeof *all, by_longest);
  cgo__print ("cgo: places that call C: %zu, the longest call first\n"
	      "     calls   longest ms     total ms  handoffs  function\n", k);
  for (size_t i = 0; i < k; i++)
    print (all[i]);
  free (all);
}

void
cgo__callstats_init (void)
{
  if (cgo__debug.callstats)
    atexit (report);
}
