/* gen-c.c - the units of C: shapes-types.h, types.c, callees.c, callees.jit.

   SPDX-License-Identifier: MIT  */

#include "gen.h"
#include <stdlib.h>

/* ---- shapes-types.h ---- */

void
types_header (FILE *f)
{
  fputs ("#include \"shapes.h\"\n", f);
  for (int i = 0; i < count; i++)
    {
      const struct signature *s = &all[i];
      fprintf (f, "\n/* Seed %llu.  */\n", (unsigned long long) s->seed);
      for (int j = 0; j < s->ntypes; j++)
	type_print (f, &s->types[j]);
    }
}

/* ---- types.c ---- */

static void
fill_leaf (FILE *f, const struct type *t, const char *place)
{
  if (t->fill == 'a')
    fprintf (f, "fill_%s (&%s); ", t->name, place);
  else
    fprintf (f, "leaf (&%s, sizeof %s, '%c'); ", place, place, t->fill);
}

static void
fill_function (FILE *f, const struct type *t)
{
  fprintf (f, "static void fill_%s (void *q)\n{\n  %s *p = q; (void) p;\n", t->name, t->name);
  if (t->is_union)
    fprintf (f, "  int c = chosen (-1, %d);\n", t->nmembers);
  for (int i = 0; i < t->nmembers; i++)
    {
      const struct member *m = &t->members[i];
      char place[64];
      fputs ("  ", f);
      if (t->is_union)
	fprintf (f, "if (chosen (%d, c)) { ", i);
      snprintf (place, sizeof place, m->count ? "p->m%d[i]" : "p->m%d", i);
      if (m->bits >= 0)
	fprintf (f, "p->m%d = bits (); ", i);
      else if (m->count >= 0)
	{
	  if (m->count)
	    fprintf (f, "for (int i = 0; i < %d; i++) { ", m->count);
	  fill_leaf (f, m->type, place);
	  if (m->count)
	    fputs ("}", f);
	}
      fputs (t->is_union ? " }\n" : "\n", f);
    }
  fputs ("}\n", f);
}

static void
quoted (FILE *f, const char *text)
{
  fputs ("    \"", f);
  for (; *text; text++)
    if (*text == '\n')
      fputs (text[1] ? "\\n\"\n    \"" : "\\n", f);
    else
      fprintf (f, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
  fputs ("\"", f);
}

static void
type_entry (FILE *f, const struct type *t)
{
  fprintf (f, "&(const struct type_entry) { sizeof (%s), __alignof__ (%s), '%c', ",
	   t->name, t->name, t->fill);
  fprintf (f, t->fill == 'a' ? "fill_%s }, " : "0 }, ", t->name);
}

void
types_unit (FILE *f)
{
  fputs ("#include \"shapes-types.h\"\n", f);
  for (int i = 0; i < count; i++)
    for (int j = 0; j < all[i].ntypes; j++)
      fill_function (f, &all[i].types[j]);
  fprintf (f, "const int nsignatures = %d;\nchar *value[%d][24], *given[%d];\n", count,
	   count, count);
  fputs ("const struct signature_entry signatures[] = {\n", f);
  for (int i = 0; i < count; i++)
    {
      const struct signature *s = &all[i];
      char *text;
      size_t size;
      FILE *m = open_memstream (&text, &size);
      for (int j = 0; j < s->ntypes; j++)
	type_print (m, &s->types[j]);
      prototype (m, s, "f", false);
      fputs (";\n", m);
      if (variadic_p (s))
	fputs ("/* and then:", m);
      for (int j = s->nnamed; j < s->nargs; j++)
	fprintf (m, " %s", s->args[j]->name);
      fputs (variadic_p (s) ? " */\n" : "", m);
      close_file (m);
      fprintf (f, "  { %lluu,\n", (unsigned long long) s->seed);
      quoted (f, text);
      free (text);
      fprintf (f, ",\n    %d, { ", s->nargs);
      for (int j = 0; j < s->nargs; j++)
	type_entry (f, s->args[j]);
      if (s->result)
	type_entry (f, s->result);
      fprintf (f, "0 }, %d },\n", variadic_p (s));
    }
  fputs ("};\n", f);
}

/* ---- callees.c ---- */

static void
callee (FILE *f, const struct signature *s)
{
  fprintf (f, "\nENTRY (%d)\n", s->id);
  prototype (f, s, "real", true);
  if (s->jit && use_jit)
    fputs (";\n", f);
  else
    body (f, s, "begin", "");
  prototype (f, s, "f", false);
  fputs (";\n", f);
  route_pointer (f, s, "c_call", "through", "");
}

void
callees_unit (FILE *f)
{
  fputs ("#include \"shapes-types.h\"\n", f);
  for (int i = 0; i < count; i++)
    callee (f, &all[i]);
  fputs ("\nvoid *const targets[] = {\n", f);
  for (int i = 0; i < count; i++)
    fprintf (f, "f%d,%s", i, i % 10 == 9 ? "\n" : " ");
  fputs ("};\nvoid *const real_targets[] = {\n", f);
  for (int i = 0; i < count; i++)
    fprintf (f, "real%d,%s", i, i % 10 == 9 ? "\n" : " ");
  fputs ("};\nvoid (*const c_calls[]) (void) = {\n", f);
  for (int i = 0; i < count; i++)
    fprintf (f, "c_call%d,%s", i, i % 10 == 9 ? "\n" : " ");
  fputs ("};\n", f);
}

/* ---- callees.jit: jit.c has the grammar ---- */

static void
jit_signature (FILE *f, const struct signature *s)
{
  for (int i = 0; i < s->ntypes; i++)
    {
      const struct type *t = &s->types[i];
      fprintf (f, "%s %s %d\n", t->is_union ? "union" : "struct", t->name, t->nmembers);
      for (int j = 0; j < t->nmembers; j++)
	{
	  const struct member *m = &t->members[j];
	  fprintf (f, "member %s %d %d %d\n", m->type->jit ? m->type->jit : m->type->name,
		   m->count, m->bits, m->aligned);
	}
    }
  const struct type *r = s->result;
  fprintf (f, "signature %d %d %s", s->id, s->nargs,
	   !r ? "void" : r->jit ? r->jit : r->name);
  for (int i = 0; i < s->nargs; i++)
    fprintf (f, " %s", s->args[i]->jit ? s->args[i]->jit : s->args[i]->name);
  fputs ("\n", f);
}

void
jit_unit (FILE *f)
{
  for (int i = 0; i < count; i++)
    if (all[i].jit && use_jit)
      jit_signature (f, &all[i]);
}
