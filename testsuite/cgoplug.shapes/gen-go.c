/* gen-go.c - routes.c: goroutine code of each signature, and what calls it and C.

   SPDX-License-Identifier: MIT  */

#include "gen.h"

/* ---- routes.c ---- */

/* fID once more, under another name and with ATTRIBUTE.  */

static void
direct (FILE *f, const struct signature *s, const char *name, const char *attribute)
{
  char callee[32], caller[32];
  prototype (f, s, name, false);
  fprintf (f, " __asm__ (\"f%d\") %s;\n", s->id, attribute);
  snprintf (callee, sizeof callee, "%s%d", name, s->id);
  snprintf (caller, sizeof caller, "r_%s", name);
  route (f, s, caller, callee);
}

static void
unprototyped (FILE *f, const struct signature *s)
{
  char name[32];
  snprintf (name, sizeof name, "unp%d", s->id);
  fprintf (f, "%s %s%s () __asm__ (\"f%d\") CGO_CALL;\n", result_name (s), convention (s),
	   name, s->id);
  route (f, s, "r_unp", name);
}

/* What is called returns the place of the result in rax, too.  */

static void
hidden (FILE *f, const struct signature *s)
{
  fprintf (f, "void *hid%d (void *", s->id);
  if (s->nargs)
    fputs (", ", f);
  int n = variadic_p (s) ? s->nnamed : s->nargs;
  for (int i = 0; i < n; i++)
    fprintf (f, "%s%s", i ? ", " : "", s->args[i]->name);
  fprintf (f, "%s) __asm__ (\"f%d\") CGO_CALL;\n", variadic_p (s) ? ", ..." : "", s->id);
  fprintf (f, "NOINLINE static void r_hid%d (void)\n{\n  FREE;\n  if (hid%d (result%s", s->id,
	   s->id, s->nargs ? ", " : "");
  arguments (f, s);
  fputs (") != result)\n    result[0] ^= 1;\n  LEAVE_FREE;\n}\n", f);
}

/* eID, and what starts a goroutine with it, or with one of its shape but for the
   result.  */

static void
goroutine_code (FILE *f, const struct signature *s)
{
  char name[32];
  if (!variadic_p (s))
    fputs ("CGO_EXPORT ", f);
  prototype (f, s, "e", true);
  body (f, s, "ENTER", "  GONE;\n");
  snprintf (name, sizeof name, "e%d", s->id);
  route (f, s, "r_split", name);
  if (!can (s, GO))
    return;
  if (!register_result_p (s))
    {
      struct signature v = *s;
      v.result = NULL;
      fputs ("static ", f);
      prototype (f, &v, "g", true);
      body (f, &v, "ENTER", "  GONE;\n");
    }
  fprintf (f, "NOINLINE static void r_go%d (void)\n{\n  FREE;\n  GOING;\n"
	   "  if (cgo_go (%s%d%s", s->id, register_result_p (s) ? "e" : "g", s->id,
	   s->nargs ? ", " : "");
  arguments (f, s);
  fputs (") == 0)\n    GO_WAIT;\n  LEAVE_FREE;\n}\n", f);
}

static void
routes (FILE *f, const struct signature *s)
{
  static const char *const modes[] = { "CGO_CALL", "CGO_CALL_NONBLOCKING",
				       "CGO_CALL_BLOCKING", "CGO_CALL_PIN" };
  char name[64];
  fprintf (f, "\n/* Seed %llu.  */\n", (unsigned long long) s->seed);
  prototype (f, s, "f", false);
  fputs (" CGO_CALL;\n", f);
  snprintf (name, sizeof name, "f%d", s->id);
  route (f, s, "r_def", name);
  direct (f, s, "nb", "CGO_CALL_NONBLOCKING");
  direct (f, s, "blk", "CGO_CALL_BLOCKING");
  direct (f, s, "pin", "CGO_CALL_PIN");
  if (can (s, LEAF))
    direct (f, s, "leaf", "CGO_CALL_LEAF (640)");
  if (can (s, UNPROTOTYPED))
    unprototyped (f, s);
  if (can (s, HIDDEN))
    hidden (f, s);
  route_pointer (f, s, "r_ptr", "through", modes[s->seed / 3 % 3]);
  route_pointer (f, s, "r_any", "through", "");
  goroutine_code (f, s);
}

static void
row (FILE *f, const struct signature *s, int route, const char *format, const char *table)
{
  if (!can (s, route))
    return;
  fprintf (f, "  { %d, %d, ", s->id, route);
  fprintf (f, format, s->id);
  fprintf (f, table ? ", &%s[%d] },\n" : ", 0 },\n", table, s->id);
}

static void
table (FILE *f, const char *name, const char *what)
{
  fprintf (f, "void *const %s[] = {\n", name);
  for (int i = 0; i < count; i++)
    fprintf (f, "(void *) %s%d,%s", what, i, i % 5 == 4 ? "\n" : " ");
  fputs ("};\n", f);
}

static void
rows (FILE *f, const struct signature *s)
{
  row (f, s, PLAIN, "call_c", "targets");
  row (f, s, DEFAULT, "r_def%d", NULL);
  row (f, s, NONBLOCKING, "r_nb%d", NULL);
  row (f, s, BLOCKING, "r_blk%d", NULL);
  row (f, s, PIN, "r_pin%d", NULL);
  row (f, s, LEAF, "r_leaf%d", NULL);
  row (f, s, UNPROTOTYPED, "r_unp%d", NULL);
  row (f, s, HIDDEN, "r_hid%d", NULL);
  row (f, s, POINTER, "r_ptr%d", "targets");
  row (f, s, THUNK, "r_any%d", "addresses");
  row (f, s, STATIC, "r_any%d", "thunks");
  row (f, s, C_THUNK, "call_c", "thunks");
  row (f, s, UNKNOWN, "r_any%d", "targets");
  row (f, s, SPLIT, "r_split%d", NULL);
  row (f, s, SPLIT_POINTER, "r_any%d", "exports");
  row (f, s, CALLBACK, "call_c", "exports");
  row (f, s, THREAD, "call_thread", "exports");
  row (f, s, GO, "r_go%d", NULL);
}

void
routes_unit (FILE *f)
{
  fputs ("#include \"shapes-types.h\"\n#include \"routes-go.h\"\n", f);
  for (int i = 0; i < count; i++)
    routes (f, &all[i]);
  fputs ("\n", f);
  table (f, "thunks", "f");
  table (f, "exports", "e");
  fprintf (f, "static void *addresses[%d];\nstatic void\nset_addresses (void)\n{\n", count);
  for (int i = 0; i < count; i++)
    fprintf (f, "  addresses[%d] = (void *) f%d;\n", i, i);
  fputs ("}\nstatic const struct row rows[] = {\n", f);
  for (int i = 0; i < count; i++)
    rows (f, &all[i]);
  fputs ("  { -1, -1, 0, 0 }\n};\nint\nmain (int argc, char **argv)\n{\n"
	 "  set_addresses ();\n  return all_rows (rows, argc, argv);\n}\n", f);
}
