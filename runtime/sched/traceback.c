/* traceback.c - who called whom, in every goroutine.

     goroutine 7 [chan receive]:
	     parse_expr at parse.c:12
	     parse at parse.c:40

   _Unwind_Backtrace does the walking.  From a system stack it goes by itself
   through the frame of a cgo_ call, of a foreign call, of __morestack, into the
   goroutine's code, as their unwind information says; for a goroutine that waits,
   arch makes its frame our caller's (cgo__unwind_g).

   The frames of the runtime are of no use to the program's author and left out,
   unless CGOTRACEBACK=system.  Of a deep recursion the innermost and the outermost
   frames are shown.  All the frames are walked for that, none is remembered but
   these, so depth costs time only.

   A goroutine that another thread runs at this moment cannot be walked.  One that
   waits can be woken while we look, as reports do not stop the world: an M that is about to
   run it waits until we have seen its frames (hold).

   SPDX-License-Identifier: MIT  */

#include "sched/traceback.h"
#include "base/format.h"
#include "base/sys.h"
#include "sched/symbol.h"

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

enum { NONE, SINGLE, ALL, SYSTEM };	/* cgo__debug.traceback */

/* ---- Walking ---- */

struct walk
{
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
  if (cgo__debug.traceback < SYSTEM)
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
  if (!pc || ++w->steps > WALK_MAX)
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

static const char *
state_name (struct cgo__g *g, uint32_t status)
{
  const char *reason = g->reason;
  switch (status)
    {
    case CGO__WAITING:
      return reason ? reason : "waiting";
    case CGO__RUNNABLE:
      return "runnable";
    default:
      return "running";
    }
}

static void
print_head (struct cgo__g *g, const char *state)
{
  cgo__print ("\ngoroutine %lu [%s%s]:\n", (unsigned long) g->id, state,
	      g->lockedm ? ", locked to its thread" : "");
}

static void
print_this (uintptr_t from)
{
  struct cgo__g *g = current ();
  struct walk w = { .from = from };
  walk (&w);
  if (w.n == 0 && from)
    *place (&w, w.n++) = from;
  if (g)
    print_head (g, "running");
  else if (w.n)
    cgo__print ("\nno goroutine [system stack]:\n");
  print_frames (&w);
}

/* If G does not run, it will not until let_go.  False if another traceback holds one, for
   long: it is that which we have interrupted, or which failed.

   cgo__execute says that G runs, and then looks whether we hold it; here it is the other way
   round.  The fence is on this side, for both: that is the hot one.  */
static bool
hold (struct cgo__g *g)
{
  enum { TRIES = 1000 };
  for (int i = 0; i < TRIES; i++)
    {
      struct cgo__g *none = NULL;
      /* Seq_cst, a full fence: in the fenced variant the other is in cgo__execute.  */
      if (atomic_compare_exchange_strong_explicit (&cgo__sched.held, &none, g,
						   memory_order_seq_cst,
						   memory_order_relaxed))
	{
	  if (!cgo__sched.fenced)
	    cgo__sys_membarrier_private_expedited ();
	  return true;
	}
      cgo__sys_sched_yield ();
    }
  return false;
}

static void
let_go (void)
{
  /* Release: pairs with the acquire in cgo__execute; we have read all.  */
  atomic_store_explicit (&cgo__sched.held, NULL, memory_order_release);
}

/* Nothing is printed meanwhile, lest who reads it be held.  */
static const char *
walk_other (struct cgo__g *g, struct walk *w, uint32_t *status)
{
  bool held = hold (g);
  const char *why = NULL;
  /* Acquire: pairs with the release in cgo__park.  */
  *status = atomic_load_explicit (&g->status, memory_order_acquire);
  /* With an M it runs, or waits in the middle of C for a P.  */
  if (*status == CGO__RUNNING || g->m)
    why = "running on another thread";
  else if (!held)
    why = "another traceback is being made";
  else if (*status == CGO__WAITING || *status == CGO__RUNNABLE)
    cgo__unwind_g (g, walk, w);
  if (held)
    let_go ();
  return why;
}

static void
print_other (struct cgo__g *g)
{
  struct walk w = { .from = 0 };
  uint32_t status;
  const char *why = walk_other (g, &w, &status);
  print_head (g, state_name (g, status));
  if (why)
    {
      cgo__print ("\t%s\n", why);
      return;
    }
  /* The function it was started with has left its frame to the last call.  */
  if (w.n == 0 && g->fn)
    add (&w, (uintptr_t) g->fn);
  print_frames (&w);
}

/* ---- All of them ---- */

static bool
shown (struct cgo__g *g)
{
  /* Acquire: pairs with the release in cgo__g_free and cgo__park.  */
  uint32_t status = atomic_load_explicit (&g->status, memory_order_acquire);
  if (status == CGO__IDLE || status == CGO__DEAD)
    return false;
  return !g->foreign || status != CGO__RUNNING || (g->m && cgo__depth (g->m));
}

/* The goroutine with the lowest number above ID.  */
static struct cgo__g *
next_after (uint64_t id)
{
  struct cgo__g *best = NULL;
  /* Acquire: pairs with the release that put the goroutine on the list.  */
  struct cgo__g *g = atomic_load_explicit (&cgo__sched.allg,
					   memory_order_acquire);
  for (; g; g = g->allnext)
    if (g->id > id && (!best || g->id < best->id) && shown (g))
      best = g;
  return best;
}

static void
print_others (struct cgo__g *not)
{
  int n = 0;
  for (struct cgo__g *g = next_after (0); g; g = next_after (g->id))
    {
      if (g == not)
	continue;
      if (n++ == GOROUTINES)
	{
	  int all = atomic_load_explicit (&cgo__sched.ng, memory_order_relaxed);
	  cgo__print ("\n... %d more goroutines ...\n",
		      all - GOROUTINES - (not != NULL));
	  return;
	}
      print_other (g);
    }
}

/* ---- Reports ---- */

/* cgo/go.h.  Whatever CGOTRACEBACK says; there is no error that it would be part of.  */
void
cgo__stack_dump (void)
{
  int err = errno;
  struct cgo__g *g = current ();
  print_this (0);
  print_others (g);
  errno = err;
}

void
cgo__traceback (uintptr_t from)
{
  if (cgo__debug.traceback == NONE)
    return;
  print_this (from);
  if (cgo__debug.traceback >= ALL)
    print_others (current ());
}

static int
who (char *buf, size_t size)
{
  struct cgo__g *g = current ();
  if (!g)
    return 0;
  return cgo__format (buf, size, "goroutine %lu: ", (unsigned long) g->id);
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
      if (cgo__debug.traceback != NONE)
	print_others (NULL);
    }
  cgo__sys_exit_group (CGO__EXIT);
}
