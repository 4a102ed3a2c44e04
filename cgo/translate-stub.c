/* translate-stub.c - the functions that pack, switch, call and unpack.

   For `long f (int, double)', C in the default mode:

     struct _cgo_args_f { int p0; double p1; long r; };		_cgo_gotypes.h

     extern long _cgo_c_f (int, double) __asm__ ("f");		FILE.cgo2.c
     static void
     _cgo_call_f (void *record)					on the big stack
     {
       struct _cgo_args_f *a = record;
       a->r = _cgo_c_f (a->p0, a->p1);
     }
     long
     _cgo_stub_f (int p0, double p1)				on the goroutine's
     {
       struct _cgo_args_f a;
       a.p0 = p0; ...
       cgo_cgocall (_cgo_call_f, &a);
       return a.r;
     }

   An exported function is the same with the sides exchanged: the entry in _cgo_export.c packs and
   calls cgo_cgocallback, which calls the one in FILE.cgo2.c that unpacks.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <string.h>

static bool
returns (const struct function *fn)
{
  return strcmp (fn->ret, "void") != 0;
}

/* (TYPE, TYPE, ...), with names if NAMES.  FIXED: behind so many `...' and no more.  */

static void
write_types (FILE *f, const struct function *fn, bool names, int fixed, const char *first)
{
  fprintf (f, "(%s", first);
  for (size_t i = 0; i < fn->args.n && (fixed < 0 || i < (size_t) fixed); i++)
    {
      fprintf (f, "%s%s", i || *first ? ", " : "", cgo_type_name (fn->args.v[i]));
      if (names)
	fprintf (f, " p%zu", i);
    }
  if (fixed > 0)
    fputs (", ...", f);
  fputs (fn->args.n || *first ? ")" : "void)", f);
}

void
cgo_write_prototype (FILE *f, const struct function *fn, const char *name)
{
  if (fn->kind == 'g')
    fprintf (f, "int %s ", name);
  else
    fprintf (f, "%s %s ", cgo_type_name (fn->ret), name);
  write_types (f, fn, false, -1, fn->kind == 'g' ? "void (*) (void)" : "");
}

/* A structure that C passes in memory whatever is in it, for a goroutine.  */

void
cgo_write_record (FILE *f, const struct function *fn)
{
  fprintf (f, "struct _cgo_args_%s\n{\n", fn->stub);
  if (fn->kind == 'g')
    fputs ("  void (*fn) (void);\n", f);
  for (size_t i = 0; i < fn->args.n; i++)
    fprintf (f, "  %s p%zu;\n", cgo_type_name (fn->args.v[i]), i);
  if (fn->kind == 'g')
    fputs ("  long pad[2];\n", f);
  else if (returns (fn))
    fprintf (f, "  %s r;\n", cgo_type_name (fn->ret));
  else if (fn->args.n == 0)
    fputs ("  char none;\n", f);
  fputs ("};\n", f);
}

/* The parameters into record A, and `a->p0, a->p1, ...'.  */

static void
write_packing (FILE *f, const struct function *fn)
{
  for (size_t i = 0; i < fn->args.n; i++)
    fprintf (f, "  a.p%zu = p%zu;\n", i, i);
}

static void
write_unpacking (FILE *f, const struct function *fn, const char *a)
{
  fputs (" (", f);
  for (size_t i = 0; i < fn->args.n; i++)
    fprintf (f, "%s%sp%zu", i ? ", " : "", a, i);
  fputs (");\n", f);
}

/* The function that unpacks: what it calls is CALLEE.  */

static void
write_callee (FILE *f, const struct function *fn, const char *head, const char *callee)
{
  fprintf (f, "%s (void *record)\n{\n", head);
  if (fn->args.n || returns (fn))
    fprintf (f, "  struct _cgo_args_%s *a = record;\n", fn->stub);
  else
    fputs ("  (void) record;\n", f);
  fprintf (f, "  %s%s", returns (fn) ? "a->r = " : "", callee);
  write_unpacking (f, fn, "a->");
  fputs ("}\n", f);
}

/* The one that packs, NAME, and calls SWITCH with CALLEE.  */

static void
write_caller (FILE *f, const struct function *fn, const char *name, const char *how,
	      const char *callee)
{
  fprintf (f, "%s\n%s ", cgo_type_name (fn->ret), name);
  write_types (f, fn, true, -1, "");
  fprintf (f, "\n{\n  struct _cgo_args_%s a;\n", fn->stub);
  write_packing (f, fn);
  fprintf (f, "  %s (%s, &a);\n", how, callee);
  if (returns (fn))
    fputs ("  return a.r;\n", f);
  fputs ("}\n\n", f);
}

static void
write_foreign (FILE *f, const struct function *fn)
{
  char *c = cgo_append (NULL, "_cgo_c_%s", fn->stub);
  char *call = cgo_append (NULL, "_cgo_call_%s", fn->stub);
  bool dflt = strcmp (fn->mode, "default") == 0;
  fprintf (f, "/* %s: C, %s.  */\n\nextern %s %s ", fn->name, fn->mode, cgo_type_name (fn->ret),
	   c);
  if (fn->kind == 'v' && fn->fixed < 0)
    fputs ("()", f);
  else
    write_types (f, fn, false, fn->kind == 'v' ? fn->fixed : -1, "");
  fprintf (f, " __asm__ (\"%s\");\n\n", fn->asmname);
  write_callee (f, fn, cgo_append (NULL, "static void\n%s", call), c);
  fputc ('\n', f);
  fputs ("__attribute__ ((__visibility__ (\"hidden\"))) ", f);
  write_caller (f, fn, cgo_stub_name (fn),
		cgo_append (NULL, "cgo_cgocall%s%s", dflt ? "" : "_", dflt ? "" : fn->mode), call);
}

static void
write_go (FILE *f, const struct function *fn)
{
  const char *s = fn->stub;
  fprintf (f, "/* cgo_go.  */\n\nextern int _cgo_new_%s (void (*) (struct _cgo_args_%s),"
	   " __SIZE_TYPE__, struct _cgo_args_%s)\n  __asm__ (\"cgo_newproc\");\n\n", s, s, s);
  fprintf (f, "static void\n_cgo_start_%s (struct _cgo_args_%s a)\n{\n  ((%s (*) ", s, s,
	   cgo_type_name (fn->ret));
  write_types (f, fn, false, fn->fixed, "");
  fputs (") a.fn)", f);
  write_unpacking (f, fn, "a.");
  fprintf (f, "}\n\n__attribute__ ((__visibility__ (\"hidden\"))) int\n%s ", cgo_stub_name (fn));
  write_types (f, fn, true, -1, "void (*fn) (void)");
  fprintf (f, "\n{\n  struct _cgo_args_%s a;\n  a.fn = fn;\n", s);
  write_packing (f, fn);
  fprintf (f, "  return _cgo_new_%s (_cgo_start_%s, sizeof a, a);\n}\n\n", s, s);
}

/* FILE.cgo2.c's part.  */

void
cgo_write_stub (FILE *f, const struct function *fn)
{
  if (fn->kind == 'g')
    {
      write_go (f, fn);
      return;
    }
  if (fn->kind != 'e')
    {
      write_foreign (f, fn);
      return;
    }
  fprintf (f, "/* %s: exported.  */\n\nextern %s (*const _cgo_pointer_%s) ", fn->name,
	   cgo_type_name (fn->ret), fn->stub);
  write_types (f, fn, false, -1, "");
  fputs (";\n\n__attribute__ ((__visibility__ (\"hidden\"))) ", f);
  write_callee (f, fn, cgo_append (NULL, "void\n_cgo_run_%s", fn->stub),
		cgo_append (NULL, "_cgo_pointer_%s", fn->stub));
  fputc ('\n', f);
}

/* _cgo_export.c's.  */

void
cgo_write_entry (FILE *f, const struct function *fn)
{
  const char *name
    = fn->is_static ? cgo_append (NULL, "_cgo_static_%s", fn->stub) : fn->name;
  fprintf (f, "extern void _cgo_run_%s (void *);\n\n", fn->stub);
  if (fn->is_static)
    fputs ("__attribute__ ((__visibility__ (\"hidden\"))) ", f);
  write_caller (f, fn, name, "cgo_cgocallback", cgo_append (NULL, "_cgo_run_%s", fn->stub));
}
