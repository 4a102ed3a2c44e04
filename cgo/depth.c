/* depth.c - how much stack each function may take, with all that it calls.

   A function takes its frame and a return address, and below them what the deepest of its
   calls takes.  C runs on the thread's stack and counts for nothing, but leaf functions,
   which run in place; so do libcgo's small frames, for which there is always room.  A tail
   call takes the place of the caller.  What C may call back is an entry of its own.

   There is no bound where functions call each other in a cycle, unless all of the cycle are
   tail calls, through pointers, out of the program, and of alloca.  Cycles are found as
   Tarjan has them: functions are finished after those that they call, all of a cycle at
   once.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "cgo/vet.h"

#include <stdlib.h>

enum { RETURN_ADDRESS = 8 };

struct search
{
  struct function **stack;
  size_t n;
  int next;
};

static void
unbounded (struct function *f, const char *what, const char *where)
{
  if (f->depth >= 0)
    {
      f->depth = -1;
      f->unbounded = what;
      f->where = where;
    }
}

static bool
same_cycle (const struct function *f, const struct function *g)
{
  return f->open && g->open && f->low == g->low;
}

/* F may go BYTES deep, by way of NEXT or of a leaf LAST of its own.  */

static void
deeper (struct function *f, long bytes, struct function *next, const char *last, int own)
{
  if (f->depth < 0 || bytes <= f->depth)
    return;
  f->depth = bytes;
  f->next = next;
  f->last = last;
  f->last_bytes = own;
}

/* F's call C, which is not within a cycle.  */

static void
one_call (struct function *f, const struct call *c)
{
  long own = c->how & CGO_VET_TAIL ? 0 : f->frame + RETURN_ADDRESS;
  switch (c->how & CGO_VET_KIND)
    {
    case CGO_VET_POINTER:
      unbounded (f, "through a pointer in", f->name);
      break;
    case CGO_VET_LEAF:
    case CGO_VET_OWN:
      deeper (f, own + c->bytes + RETURN_ADDRESS, NULL, c->name, c->bytes);
      break;
    case CGO_VET_GOROUTINE:
      if (!c->to)
	unbounded (f, c->symbol && c->symbol->defined ? "no record of" : "outside, in", c->name);
      else if (c->to->flags & CGO_VET_C)
	unbounded (f, "C, in", c->name);
      else if (c->to->depth < 0)
	unbounded (f, c->to->unbounded, c->to->where);
      else
	deeper (f, own + c->to->depth, c->to, NULL, 0);
      break;
    }
}

static bool
edge_p (const struct call *c)
{
  return c->to && (c->how & CGO_VET_KIND) == CGO_VET_GOROUTINE;
}

/* The functions from FIRST on, which all call each other, or one alone.  */

static void
finish (struct function **first, struct function **end, int low)
{
  struct function *deepest = *first;
  for (struct function **f = first; f < end; f++)
    (*f)->low = low;
  for (struct function **f = first; f < end; f++)
    {
      deeper (*f, (*f)->frame + RETURN_ADDRESS, NULL, NULL, 0);
      if ((*f)->flags & CGO_VET_ALLOCA)
	unbounded (*f, "alloca in", (*f)->name);
      for (struct call *c = (*f)->calls; c < (*f)->calls + (*f)->ncalls; c++)
	if (!edge_p (c) || !same_cycle (*f, c->to))
	  one_call (*f, c);
	else if (!(c->how & CGO_VET_TAIL))
	  unbounded (*f, "recursion in", (*f)->name);
      if (deepest->depth >= 0 && ((*f)->depth < 0 || (*f)->depth > deepest->depth))
	deepest = *f;
    }
  for (struct function **f = first; f < end; f++)
    {
      (*f)->open = false;
      if (deepest->depth < 0)
	unbounded (*f, deepest->unbounded, deepest->where);
      else
	deeper (*f, deepest->depth, deepest, NULL, 0);
    }
}

static void
visit (struct search *s, struct function *f)
{
  size_t first = s->n;
  f->index = f->low = s->next++;
  f->open = true;
  s->stack[s->n++] = f;
  for (struct call *c = f->calls; c < f->calls + f->ncalls; c++)
    if (edge_p (c))
      {
	if (c->to->index < 0)
	  visit (s, c->to);
	if (c->to->open && c->to->low < f->low)
	  f->low = c->to->low;
      }
  if (f->low != f->index)
    return;
  finish (s->stack + first, s->stack + s->n, f->low);
  s->n = first;
}

void
cgo_program_depths (struct program *p)
{
  struct search s = { cgo_alloc (p->nfunctions + 1, sizeof *s.stack), 0, 0 };
  for (size_t i = 0; i < p->nfunctions; i++)
    if (p->functions[i].index < 0)
      visit (&s, &p->functions[i]);
  free (s.stack);
}
