/* traceback.c - who called whom, in every goroutine.

     goroutine 7 "parser" [chan receive, 3 minutes]:
	     parse_expr at parse.c:12
	     parse at parse.c:40
     created by main at main.c:30 in goroutine 1

   What it waits for and since when is said by waits.c.

   _Unwind_Backtrace does the walking.  From a system stack it goes by itself
   through the frame of a cgo_ call, of a foreign call, of __morestack, into the
   goroutine's code, as their unwind information says; for a goroutine that waits,
   arch makes its frame our caller's (cgo__unwind_g).

   The frames of the runtime are of no use to the program's author and left out,
   unless CGOTRACEBACK=system.  Of a deep recursion the innermost and the outermost
   frames are shown.  All the frames are walked for that, none is remembered but
   these, so depth costs time only.

   A goroutine that another thread runs at this moment cannot be walked from here.  If the
   program ends with the report that thread is asked to (quit.c).  One that waits can be
   woken while we look, as reports do not stop the world: an M that is about to run it waits
   until we have seen its frames (hold.c).

   SPDX-License-Identifier: MIT  */

#include "sched/traceback.h"
#include "base/format.h"
#include "base/sys.h"
#include "sched/symbol.h"
#include "sched/waits.h"

#include <errno.h>
#include <unwind.h>

enum
{
  INNER = 50,			/* frames shown of each end */
  OUTER = 50,
  GOROUTINES = 100,		/* shown of the others */
  WALK_MAX = 1 << 26,		/* a stack that goes in a circle */
  SIGNAL_FRAME = 1		/* in place of an address */
};

/* ---- Walking ---- */

struct walk
{
  bool all;			/* also the runtime's frames */
  size_t most;			/* steps */
  uintptr_t from;		/* nothing counts before this address, which is
				   set to 0 when it is found */
  size_t n;			/* frames to show */
  size_t steps;
  uintptr_t inner[INNER];
  uintptr_t outer[OUTER];	/* a ring: frame n is at n % OUTER */
};

static uintptr_t *
place (struct walk *w, size_t i)
{
  return i < INNER ? &w->inner[i] : &w->outer[i % OUTER];
}

static void
add (struct walk *w, uintptr_t pc)
{
  if (!w->all)
    switch (cgo__symbol_kind (pc))
      {
      case CGO__SYMBOL_ENTRY:
	w->n = 0;
	return;
      case CGO__SYMBOL_RUNTIME:
	return;
      case CGO__SYMBOL_USER:
	break;
      }
  *place (w, w->n++) = pc;
}

static _Unwind_Reason_Code
on_frame (struct _Unwind_Context *c, void *arg)
{
  struct walk *w = arg;
  int exact = 0;
  uintptr_t pc = _Unwind_GetIPInfo (c, &exact);
  if (!pc || ++w->steps > w->most)
    return _URC_END_OF_STACK;
  if (w->from && pc != w->from)
    return _URC_NO_REASON;
  w->from = 0;
  /* A frame that a signal interrupted, so the one before was the kernel's.  */
  if (exact && w->n)
    *place (w, w->n - 1) = SIGNAL_FRAME;
  /* A return address may be the next function's.  */
  add (w, exact ? pc : pc - 1);
  return _URC_NO_REASON;
}

static void
walk (void *arg)
{
  _Unwind_Backtrace (on_frame, arg);
}

static void
print_frame (struct walk *w, size_t i)
{
  uintptr_t pc = *place (w, i);
  if (pc == SIGNAL_FRAME)
    cgo__print ("\t<signal handler called>\n");
  else
    cgo__symbol_print (pc);
}

static void
print_frames (struct walk *w)
{
  size_t n = w->n, i = 0;
  while (i < n && i < INNER)
    print_frame (w, i++);
  if (n > INNER + OUTER)
    {
      i = n - OUTER;
      cgo__print ("\t... %zu frames elided ...\n", i - INNER);
    }
  while (i < n)
    print_frame (w, i++);
}

/* For a report.  */
static struct walk
walk_from (uintptr_t from)
{
  bool all = cgo__debug.traceback >= CGO__TRACE_SYSTEM;
  return (struct walk) { .all = all, .most = WALK_MAX, .from = from };
}

uintptr_t
cgo__traceback_place (uintptr_t from)
{
  struct walk w = { .most = INNER, .from = from };
  walk (&w);
  for (size_t i = 0; i < w.n; i++)
    if (w.inner[i] != SIGNAL_FRAME)
      return w.inner[i];
  return from;
}

/* ---- One goroutine ---- */

/* The goroutine this thread works for, or null.  The one that a foreign thread
   keeps for its callbacks does not count outside of them.  */
static struct cgo__g *
current (void)
{
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m ? m->curg : NULL;
  return g && g->foreign && !cgo__depth (m) ? NULL : g;
}

/* What one report is like.  */
struct report
{
  struct cgo__census all;
  bool waits;			/* about waiting: tell all that is known of it */
  bool ends;			/* the program ends: threads may be asked (quit.c) */
  size_t most;			/* goroutines to show */
};

const char *
cgo__running_name (struct cgo__m *m)
{
  /* Relaxed: of another thread a guess, it may change at any time.  */
  return m && (atomic_load_explicit (&m->sys, memory_order_relaxed) & 1) ? "in C" : "running";
}

/* Of one that runs lockedm says where it was last, not whether it may leave.  */
static bool
locked_p (const struct cgo__g *g)
{
  return CGO__PEEK (g->m) ? CGO__PEEK (g->locks) || CGO__PEEK (g->pinned)
			  : CGO__PEEK (g->lockedm) != NULL;
}

static void
print_head (struct cgo__g *g, const char *state)
{
  char label[128];
  cgo__g_label (g, label, sizeof label);
  cgo__print ("\n%s [%s%s]:\n", label, state, locked_p (g) ? ", locked to its thread" : "");
}

/* The line of who started G.  */
static void
print_creator (struct cgo__g *g)
{
  char place[1024];
  uintptr_t creator = CGO__PEEK (g->creator);
  unsigned long parent = CGO__PEEK (g->parent);
  if (!creator)
    return;
  cgo__symbol_place (creator - 1, place, sizeof place);
  if (parent)
    cgo__print ("created by %s in goroutine %lu\n", place, parent);
  else
    cgo__print ("created by %s\n", place);
}

void
cgo__traceback_this (uintptr_t from, const char *state)
{
  struct cgo__g *g = current ();
  struct walk w = walk_from (from);
  walk (&w);
  if (w.n == 0 && from)
    *place (&w, w.n++) = from;
  if (g)
    print_head (g, state);
  else if (w.n)
    cgo__print ("\nno goroutine [system stack]:\n");
  print_frames (&w);
  if (g)
    print_creator (g);
}

/* W has the frames of G, which waits or could run; or none if it was not held.  */
static void
print_stopped (struct cgo__g *g, const char *state, struct walk *w, bool held)
{
  print_head (g, state);
  if (!held)
    {
      cgo__print ("\tanother traceback is being made\n");
      return;
    }
  /* The function it was started with has left its frame to the last call.  */
  void (*fn) (void) = CGO__PEEK (g->fn);
  if (w->n == 0 && fn)
    add (w, (uintptr_t) fn);
  print_frames (w);
  print_creator (g);
}

/* M, another thread, runs G, is in C for it, or waits in the middle of C for a P.  */
static void
print_elsewhere (struct cgo__g *g, struct cgo__m *m, const struct report *r)
{
  if (r->ends && cgo__ask_thread (m, g))
    return;
  print_head (g, cgo__running_name (m));
  cgo__print ("\trunning on another thread\n");
  print_creator (g);
}

/* Nothing is printed while G is held, lest who reads it be held, too.  */
static void
print_other (struct cgo__g *g, const struct report *r)
{
  char state[256] = "runnable";
  struct walk w = walk_from (0);
  bool held = cgo__hold (g);
  /* Acquire: pairs with the release in cgo__park.  */
  uint32_t status = atomic_load_explicit (&g->status, memory_order_acquire);
  struct cgo__m *m = CGO__PEEK (g->m);
  bool stopped = !m && (status == CGO__WAITING || status == CGO__RUNNABLE);
  if (status == CGO__WAITING)
    cgo__wait_name (g, &r->all, r->waits, state, sizeof state);
  if (held && stopped)
    cgo__unwind_g (g, walk, &w);
  if (held)
    cgo__let_go ();
  if (stopped)
    print_stopped (g, state, &w, held);
  else if (m || status == CGO__RUNNING)
    print_elsewhere (g, m, r);
}

/* ---- All of them ---- */

/* But NOT.  */
static void
print_others (struct report *r, struct cgo__g *not)
{
  size_t n = 0;
  for (size_t i = 0; i < r->all.n; i++)
    {
      struct cgo__g *g = r->all.g[i];
      if (g == not || !cgo__census_counts (g))
	continue;
      if (n++ == r->most)
	{
	  bool later = not && not->id > CGO__PEEK (g->id);
	  cgo__print ("\n... %zu more goroutines ...\n", r->all.n - i - later);
	  return;
	}
      print_other (g, r);
    }
}

/* ---- Reports ---- */

/* cgo/go.h.  Whatever CGOTRACEBACK says; there is no error that it would be part of.  */
void
cgo__stack_dump (void)
{
  int err = errno;
  struct report r = { .most = GOROUTINES };
  cgo__traceback_this (0, "running");
  cgo__census_take (&r.all);
  print_others (&r, current ());
  cgo__census_drop (&r.all);
  errno = err;
}

void
cgo__traceback (uintptr_t from)
{
  if (cgo__debug.traceback == CGO__TRACE_NONE)
    return;
  cgo__traceback_this (from, "running");
  if (cgo__debug.traceback < CGO__TRACE_ALL)
    return;
  struct report r = { .ends = true, .most = GOROUTINES };
  cgo__census_take (&r.all);
  print_others (&r, current ());
  cgo__census_drop (&r.all);
}

void
cgo__traceback_waits (size_t most, uintptr_t from)
{
  struct report r = { .waits = true, .ends = true, .most = most };
  struct cgo__g *g = from ? current () : NULL;
  cgo__census_take (&r.all);
  cgo__wait_circles (&r.all);
  if (cgo__debug.traceback != CGO__TRACE_NONE)
    {
      if (g)
	cgo__traceback_this (from, cgo__running_name (g->m));
      print_others (&r, g);
    }
  cgo__census_drop (&r.all);
}

static int
who (char *buf, size_t size)
{
  struct cgo__g *g = current ();
  if (!g)
    return 0;
  size_t n = cgo__g_label (g, buf, size);
  return n + cgo__format (buf + n, size - n, ": ");
}

static void
trace (void)
{
  cgo__traceback (0);
}

void
cgo__traceback_init (void)
{
  cgo__fatal_who = who;
  cgo__fatal_trace = trace;
}

const char *
cgo__size_name (size_t n, char *buf, size_t size)
{
  static const char units[][6] = { "bytes", "KiB", "MiB", "GiB" };
  int u = 0;
  while (u < 3 && n >= 1024 && n % 1024 == 0)
    {
      n /= 1024;
      u++;
    }
  cgo__format (buf, size, "%zu %s", n, units[u]);
  return buf;
}

_Noreturn void
cgo__stack_limit (struct cgo__g *g, uintptr_t pc)
{
  char name[256], size[32];
  (void) g;
  cgo__fatal ("stack limit of %s reached in %s",
	      cgo__size_name (cgo__debug.stacklimit, size, sizeof size),
	      cgo__symbol_name (pc - 1, name, sizeof name));
}

_Noreturn void
cgo__report_deadlock (void)
{
  if (cgo__fatal_begin ())
    {
      cgo__print ("cgo: all goroutines are asleep - deadlock!\n");
      cgo__traceback_waits (GOROUTINES, 0);
    }
  cgo__fatal_exit ();
}
