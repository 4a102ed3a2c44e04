/* gen-text.c - pieces of C that several units have, and what a route can do.

   SPDX-License-Identifier: MIT  */

#include "gen.h"

const char *
result_name (const struct signature *s)
{
  return s->result ? s->result->name : "void";
}

/* `int a0, t3_1 a1, ...'; without names if not NAMED.  */

static void
parameters (FILE *f, const struct signature *s, bool named)
{
  int i, n = variadic_p (s) ? s->nnamed : s->nargs;
  for (i = 0; i < n; i++)
    {
      fprintf (f, "%s%s", i ? ", " : "", s->args[i]->name);
      if (named)
	fprintf (f, " a%d", i);
    }
  fputs (variadic_p (s) ? ", ..." : n ? "" : "void", f);
}

const char *
convention (const struct signature *s)
{
  return s->ms ? "__attribute__ ((ms_abi)) " : "";
}

/* `RESULT CONVENTION NAME (parameters)'.  */

void
prototype (FILE *f, const struct signature *s, const char *name, bool named)
{
  fprintf (f, "%s %s%s%d (", result_name (s), convention (s), name, s->id);
  parameters (f, s, named);
  fputs (")", f);
}

/* `RESULT CONVENTION (*NAME) (parameters)', or an abstract one for a null NAME.  */

void
pointer (FILE *f, const struct signature *s, const char *name)
{
  fprintf (f, "%s (%s*%s) (", result_name (s), convention (s), name ? name : "");
  parameters (f, s, false);
  fputs (")", f);
}

/* `*(int *) value[3][0], ...'  */

void
arguments (FILE *f, const struct signature *s)
{
  for (int i = 0; i < s->nargs; i++)
    fprintf (f, "%s*(%s *) value[%d][%d]", i ? ", " : "", s->args[i]->name, s->id, i);
}

/* ---- What a route can do with a signature ---- */

static int
stack_estimate (const struct signature *s)
{
  int n = 0;
  for (int i = 0; i < s->nargs; i++)
    n += s->args[i]->size + (s->args[i]->align > 8 ? s->args[i]->align : 8);
  return n;
}

bool
is_any (const struct signature *s, unsigned what)
{
  for (int i = 0; i < s->nargs; i++)
    if (s->args[i]->is & what)
      return true;
  return false;
}

/* A result that is certainly not in memory: cgo_go refuses those.  */

bool
register_result_p (const struct signature *s)
{
  return !s->result || (s->result->fill != 'a' && s->result->size <= 16)
	 || s->result->fill == 'C';
}

/* One that certainly is.  */

static bool
memory_result_p (const struct signature *s)
{
  return s->result && s->result->fill == 'a' && !s->ms
	 && !(s->result->is & (BITS | WIDE)) && s->result->size > 24;
}

bool
can (const struct signature *s, int route)
{
  switch (route)
    {
    case LEAF:
      return stack_estimate (s) + (s->result ? s->result->size : 0) <= 160;
    case UNPROTOTYPED:
      for (int i = 0; i < s->nargs; i++)
	if (!(s->args[i]->is & UNNAMED))
	  return false;
      return !variadic_p (s);
    case HIDDEN:
      return memory_result_p (s);
    case THUNK:
    case STATIC:
    case C_THUNK:
      /* What the thunk of a variadic function copies, cgo/abi.h.  */
      return !variadic_p (s) || stack_estimate (s) <= 448;
    case CALLBACK:
    case THREAD:
      return !variadic_p (s);
    case GO:
      return !is_any (s, WIDE) && !s->ms;
    default:
      return true;
    }
}

/* The body of realID and eID.  */

void
body (FILE *f, const struct signature *s, const char *first, const char *last)
{
  fprintf (f, "\n{\n  %s (%d);\n", first, s->id);
  int i, n = variadic_p (s) ? s->nnamed : s->nargs;
  for (i = 0; i < n; i++)
    fprintf (f, "  see (%d, %d, &a%d);\n", s->id, i, i);
  if (variadic_p (s))
    fprintf (f, "  __builtin_va_list ap;\n  __builtin_va_start (ap, a%d);\n", n - 1);
  for (; i < s->nargs; i++)
    fprintf (f, "  { %s a = __builtin_va_arg (ap, %s); see (%d, %d, &a); }\n",
	     s->args[i]->name, s->args[i]->name, s->id, i);
  fputs (last, f);
  if (s->result)
    fprintf (f, "  return *(%s *) given[%d];\n", s->result->name, s->id);
  fputs ("}\n", f);
}

/* What calls CALLEE, an expression or a function's name, by ROUTE.  */

void
route (FILE *f, const struct signature *s, const char *name, const char *callee)
{
  fprintf (f, "NOINLINE static void %s%d (void)\n{\n  ", name, s->id);
  fputs (s->seed / 2 % 2 ? "PINNED;\n  " : "FREE;\n  ", f);
  if (s->result)
    fprintf (f, "*(%s *) result = ", s->result->name);
  fprintf (f, "%s (", callee);
  arguments (f, s);
  fputs (s->seed / 2 % 2 ? ");\n  LEAVE_PINNED;\n}\n" : ");\n  LEAVE_FREE;\n}\n", f);
}

/* The same through pointer PLACE, an expression.  ATTRIBUTE belongs to its type.  */

void
route_pointer (FILE *f, const struct signature *s, const char *name, const char *place,
	       const char *attribute)
{
  char callee[64], type[32];
  snprintf (type, sizeof type, "%s_type%d", name, s->id);
  fputs ("typedef ", f);
  pointer (f, s, type);
  fprintf (f, " %s;\n", attribute);
  snprintf (callee, sizeof callee, "((%s) %s)", type, place);
  route (f, s, name, callee);
}
