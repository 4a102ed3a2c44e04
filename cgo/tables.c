/* tables.c - what `cgo vet' prints of a program.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

#include <stdlib.h>
#include <string.h>

/* Rows of a table, unless ALL says otherwise; functions named in one row.  */
enum { ROWS = 20, CALLERS = 3 };

/* The heading of a table with N rows; how many of them are to be printed.  */

static size_t
heading (const char *what, size_t n, bool all)
{
  printf ("\n%s (%zu)\n", what, n);
  return all || n <= ROWS ? n : ROWS;
}

static void
rest (size_t n, size_t printed)
{
  if (n > printed)
    printf ("  ... and %zu more: --all\n", n - printed);
}

/* ---- Functions ---- */

static int
by_frame (const void *a, const void *b)
{
  const struct function *x = *(struct function *const *) a, *y = *(struct function *const *) b;
  int c = (x->flags & CGO_VET_C) - (y->flags & CGO_VET_C);
  if (c)
    return c;
  if (x->frame != y->frame)
    return x->frame > y->frame ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* The records, in the order of COMPARE.  */

static struct function **
sorted (const struct program *p, int (*compare) (const void *, const void *))
{
  struct function **list = cgo_alloc (p->nfunctions + 1, sizeof *list);
  for (size_t i = 0; i < p->nfunctions; i++)
    list[i] = &p->functions[i];
  qsort (list, p->nfunctions, sizeof *list, compare);
  return list;
}

/* C is last.  */

void
cgo_print_functions (const struct program *p, bool all)
{
  struct function **list = sorted (p, by_frame);
  size_t all_n = 0;
  while (all_n < p->nfunctions && !(list[all_n]->flags & CGO_VET_C))
    all_n++;
  size_t n = heading ("functions: frame, stack check", all_n, all);
  for (size_t i = 0; i < n; i++)
    {
      const struct function *f = list[i];
      printf ("  %-24s %6u%s  %s: %s\n", f->name, f->frame,
	      f->flags & CGO_VET_ALLOCA ? "+" : " ",
	      f->flags & CGO_VET_CHECK ? "check" : "no check", f->why);
    }
  rest (all_n, n);
  free (list);
}

/* ---- Calls of C ---- */

struct use
{
  const char *name;
  int kind, bytes;
  const struct function *from;
};

static int
compare_uses (const void *a, const void *b)
{
  const struct use *x = a, *y = b;
  int order = strcmp (x->name, y->name);
  if (order)
    return order;
  if (x->kind != y->kind)
    return x->kind - y->kind;
  return strcmp (x->from->name, y->from->name);
}

static const char *
mode_name (const struct use *u)
{
  static char text[48];
  switch (u->kind)
    {
    case CGO_VET_NONBLOCKING: return "nonblocking";
    case CGO_VET_BLOCKING: return "blocking";
    case CGO_VET_PIN: return "pin";
    case CGO_VET_LEAF:
    case CGO_VET_OWN:
      snprintf (text, sizeof text, "%sleaf %d",
		u->kind == CGO_VET_OWN ? "nonblocking or " : "", u->bytes);
      return text;
    default: return "default";
    }
}

static bool
same_use (const struct use *a, const struct use *b)
{
  return a->kind == b->kind && a->bytes == b->bytes && !strcmp (a->name, b->name);
}

static size_t
collect_uses (const struct program *p, struct use **uses)
{
  size_t n = 0, room = 0;
  for (size_t i = 0; i < p->nfunctions; i++)
    room += p->functions[i].ncalls;
  *uses = cgo_alloc (room + 1, sizeof **uses);
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      {
	const struct call *c = &p->functions[i].calls[j];
	int kind = c->how & CGO_VET_KIND;
	if (kind < CGO_VET_DEFAULT && kind != CGO_VET_POINTER)
	  continue;
	(*uses)[n++] = (struct use) { c->name ? c->name : "(a pointer)", kind, c->bytes,
				      &p->functions[i] };
      }
  qsort (*uses, n, sizeof **uses, compare_uses);
  return n;
}

/* The N uses at U, all of one function and mode.  */

static void
print_use (const struct use *u, size_t n, bool all)
{
  printf ("  %-24s %-16s ", u->name, u->kind == CGO_VET_POINTER ? "as it finds" : mode_name (u));
  size_t printed = 0, callers = 0;
  for (size_t i = 0; i < n; i++)
    if (i == 0 || u[i].from != u[i - 1].from)
      {
	callers++;
	if (all || callers <= CALLERS)
	  printf ("%s%s", printed++ ? ", " : " ", u[i].from->name);
      }
  if (callers > printed)
    printf (", %zu more", callers - printed);
  putchar ('\n');
}

void
cgo_print_calls (const struct program *p, bool all)
{
  struct use *uses;
  size_t n = collect_uses (p, &uses), rows = 0;
  for (size_t i = 0; i < n; i++)
    rows += i == 0 || !same_use (&uses[i], &uses[i - 1]);
  size_t most = heading ("calls of C: mode, callers", rows, all);
  for (size_t i = 0, row = 0; i < n && row < most; row++)
    {
      size_t end = i + 1;
      while (end < n && same_use (&uses[i], &uses[end]))
	end++;
      print_use (&uses[i], end - i, all);
      i = end;
    }
  rest (rows, most);
  free (uses);
}

/* ---- Depths ---- */

static bool
entry_p (const struct function *f)
{
  return f->started || f->flags & (CGO_VET_MAIN | CGO_VET_EXPORT);
}

static int
by_name (const void *a, const void *b)
{
  return strcmp ((*(struct function *const *) a)->name, (*(struct function *const *) b)->name);
}

static void
print_path (const struct function *f)
{
  printf ("%ld bytes: ", f->depth);
  for (const struct function *g = f; g; g = g->next)
    {
      printf ("%s%s %u", g == f ? "" : " > ", g->name, g->frame);
      if (!g->next && g->last)
	printf (" > %s %d", g->last, g->last_bytes);
    }
}

void
cgo_print_depths (const struct program *p, bool all)
{
  struct function **list = sorted (p, by_name);
  size_t n = 0;
  for (size_t i = 0; i < p->nfunctions; i++)
    n += entry_p (list[i]);
  size_t most = heading ("entries of goroutines: stack along the deepest path", n, all);
  for (size_t i = 0, row = 0; row < most; i++)
    {
      const struct function *f = list[i];
      if (!entry_p (f))
	continue;
      row++;
      printf ("  %-24s %-8s", f->name, f->flags & CGO_VET_MAIN ? "main"
	      : f->flags & CGO_VET_EXPORT ? "export" : "cgo_go");
      if (f->depth < 0)
	printf ("unbounded: %s %s", f->unbounded, f->where);
      else
	print_path (f);
      putchar ('\n');
    }
  rest (n, most);
  free (list);
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      {
	const struct call *c = &p->functions[i].calls[j];
	if ((c->how & CGO_VET_KIND) == CGO_VET_GO && !c->to)
	  printf ("  %s starts %s%s\n", p->functions[i].name, c->name ? "" : "what a pointer says",
		  c->name ? c->name : "");
      }
}

/* ---- What has no record ---- */

/* What the plugin, libcgo, the start files and C++ (thunks of virtual functions) put beside
   functions.  */

bool
cgo_artificial_p (const char *name)
{
  static const char *const prefixes[] =
    { CGO_THUNK_PREFIX, CGO_OWN_PREFIX, CGO_PTHUNK_PREFIX, CGO_ITHUNK_PREFIX, CGO_TLS_PREFIX,
      CGO_GO_PREFIX, "__cgo_", "cgo__", "cgo_", "__morestack", "__splitstack_", "__stack_split_",
      "__libc_csu_", "_dl_relocate_static_pie", "_ZTh", "_ZTv", "_ZTc" };
  static const char *const names[] =
    { "_start", "_init", "_fini", "deregister_tm_clones", "register_tm_clones",
      "__do_global_dtors_aux", "frame_dummy" };
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (!strncmp (name, prefixes[i], strlen (prefixes[i])))
      return true;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp (name, names[i]))
      return true;
  return false;
}

static const char *
what_it_is (const struct program *p, const struct symbol *s)
{
  return cgo_unrecorded_p (p, s) ? "no record" : s->guarded ? "-fsplit-stack" : "C";
}

void
cgo_print_others (const struct program *p, bool all)
{
  struct symbol **others = cgo_alloc (p->nplaces + 1, sizeof *others);
  size_t n = 0;
  for (size_t i = 0; i < p->nplaces; i++)
    {
      struct symbol *s = p->places[i];
      if ((n && others[n - 1]->address == s->address) || cgo_artificial_p (s->name)
	  || cgo_recorded_p (p, s))
	continue;
      others[n++] = s;
    }
  size_t most = heading ("functions that are not goroutine code", n, all);
  for (size_t i = 0; i < most; i++)
    printf ("  %-24s %s\n", others[i]->name, what_it_is (p, others[i]));
  rest (n, most);
  free (others);
}
