/* translate-write.c - the files of _obj, but for the stubs (translate-stub.c).

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"
#include "cgo/abi.h"

#include <string.h>

/* What clang calls otherwise in headers that were preprocessed for gcc.  */
static const char clang_words[] =
  "#ifdef __clang__\n"
  "# define _Float32 float\n"
  "# define _Float32x double\n"
  "# define _Float64 double\n"
  "# define _Float64x long double\n"
  "# define _Float128 __float128\n"
  "# define __malloc__(...) __malloc__\n"
  "# pragma clang diagnostic ignored \"-Wunknown-attributes\"\n"
  "#endif\n";

static void
write_head (FILE *f, const char *what)
{
  fprintf (f, "/* Written by cgo: %s  */\n\n", what);
}

/* ---- _cgo_gotypes.h ---- */

static void
write_gotypes (const char *dir)
{
  char *path;
  FILE *f = cgo_create (dir, "_cgo_gotypes.h", &path);
  write_head (f, "the types of arguments, and their records.");
  fputs ("#ifndef _CGO_GOTYPES_H\n#define _CGO_GOTYPES_H 1\n\n", f);
  for (size_t i = 0; i < cgo_nfunctions; i++)
    cgo_write_symbols (f, cgo_functions[i]);
  fputc ('\n', f);
  for (size_t i = 0; i < cgo_ntypes; i++)
    fprintf (f, "typedef %s %s;\n", cgo_types[i].words, cgo_types[i].name);
  fputs ("\n/* E, a structure, as one of the same layout.  */\n"
	 "#define _cgo_as(type, e)						\\\n"
	 "  (__extension__ ({ __typeof__ (e) _cgo_v = (e); type _cgo_r;	\\\n"
	 "    __builtin_memcpy (&_cgo_r, &_cgo_v, sizeof _cgo_r); _cgo_r; }))\n\n", f);
  for (size_t i = 0; i < cgo_nfunctions; i++)
    {
      const struct function *fn = cgo_functions[i];
      cgo_write_record (f, fn);
      if (fn->kind == 'v' || fn->kind == 'g')
	{
	  fputs ("extern ", f);
	  cgo_write_prototype (f, fn, cgo_stub_name (fn));
	  fputs (";\n", f);
	}
      fputc ('\n', f);
    }
  fputs ("#endif\n", f);
  cgo_close (f, path);
}

/* ---- FILE.cgo1.c ---- */

static void
write_goroutine_side (const char *dir, const struct unit *u)
{
  char *path;
  FILE *f = cgo_create (dir, cgo_append (NULL, "%s.cgo1.c", u->stem), &path);
  write_head (f, cgo_append (NULL, "the goroutine side of %s.  Compile it with -fsplit-stack.",
			     u->file));
  fprintf (f, "# 1 \"%s.cgo1.c\" 3\n#include \"_cgo_gotypes.h\"\n%s", u->stem, clang_words);
  if (u->has_main)
    fputs ("extern int main () __asm__ (\"_cgo_main_body\");\n", f);
  for (size_t i = 0; i < u->nrenames; i++)
    {
      const struct function *fn = u->renames[i];
      if (fn->kind != 'e')
	continue;
      fprintf (f, "extern char _cgo_x_%s[] __asm__ (\"%s\");\n", fn->stub, cgo_entry_symbol (fn));
      fprintf (f, "#define _cgo_entry_%s (*(__typeof__ (_cgo_body_%s) *) _cgo_x_%s)\n", fn->name,
	       fn->stub, fn->stub);
    }
  cgo_text_print (u, f, 0, u->len);
  fprintf (f, "# 1 \"%s.cgo1.c\" 3\n", u->stem);
  for (size_t i = 0; i < u->nrenames; i++)
    if (u->renames[i]->kind == 'e')
      fprintf (f, "__attribute__ ((__visibility__ (\"hidden\")))\n"
	       "void (*const _cgo_pointer_%s) (void)\n  = (void (*) (void)) _cgo_body_%s;\n",
	       u->renames[i]->stub, u->renames[i]->stub);
  cgo_close (f, path);
}

/* ---- FILE.cgo2.c ---- */

/* The linker is to know what is goroutine code, and to be asked: plugin/marker.cc.  */

static void
write_markers (FILE *f, const struct unit *u)
{
  for (size_t i = 0; i < u->defines.n; i++)
    fprintf (f, "__asm__ (\".pushsection .cgo.code,\\\"a\\\",@progbits\\n\"\n"
	     "\t \".globl \\\"%s%s\\\"\\n\"\n\t \"\\\"%s%s\\\": .byte 0\\n\"\n"
	     "\t \".popsection\");\n", u->defines.v[i], CGO_CODE_SUFFIX, u->defines.v[i],
	     CGO_CODE_SUFFIX);
  for (size_t i = 0; i < u->needs.n; i++)
    fprintf (f, "__asm__ (\".pushsection .cgo.address,\\\"a\\\",@progbits\\n\"\n"
	     "\t \".long \\\"%s%s\\\"@GOTPCREL\\n\"\n\t \".popsection\");\n", u->needs.v[i],
	     CGO_CODE_SUFFIX);
}

static void
write_stub_side (const char *dir, const struct unit *u)
{
  char *path;
  FILE *f = cgo_create (dir, cgo_append (NULL, "%s.cgo2.c", u->stem), &path);
  write_head (f, cgo_append (NULL, "the stubs of %s.  Compile it with -fsplit-stack.",
			     u->file));
  fputs ("#include <cgo/cgocall.h>\n#include \"_cgo_gotypes.h\"\n\n", f);
  for (size_t i = 0; i < cgo_nfunctions; i++)
    if (cgo_functions[i]->unit == u)
      cgo_write_stub (f, cgo_functions[i]);
  write_markers (f, u);
  cgo_close (f, path);
}

/* ---- What there is one of ---- */

static void
write_exports (const char *dir)
{
  char *hpath, *cpath;
  FILE *h = cgo_create (dir, "_cgo_export.h", &hpath);
  FILE *c = cgo_create (dir, "_cgo_export.c", &cpath);
  write_head (h, "the exported functions, for C.");
  write_head (c, "the entries of the exported functions.  Compile it with -fsplit-stack.");
  fputs ("#ifndef _CGO_EXPORT_H\n#define _CGO_EXPORT_H 1\n\n"
	 "#ifdef __cplusplus\n# define _Bool bool\n#endif\n#include \"_cgo_gotypes.h\"\n\n"
	 "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n", h);
  fputs ("#include <cgo/cgocall.h>\n#include \"_cgo_export.h\"\n\n", c);
  for (size_t i = 0; i < cgo_nfunctions; i++)
    {
      const struct function *fn = cgo_functions[i];
      if (fn->kind != 'e')
	continue;
      if (!fn->is_static)
	{
	  fputs ("extern ", h);
	  cgo_write_prototype (h, fn, fn->name);
	  if (strcmp (fn->name, fn->asmname) != 0)
	    fprintf (h, " __asm__ (\"%s\")", fn->asmname);
	  fputs (";\n", h);
	}
      cgo_write_entry (c, fn);
    }
  fputs ("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n", h);
  cgo_close (h, hpath);
  cgo_close (c, cpath);
}

static void
write_main (const char *dir, const struct unit *u, size_t n)
{
  char *path;
  bool found = false;
  FILE *f = cgo_create (dir, "_cgo_main.c", &path);
  for (size_t i = 0; i < n; i++)
    found |= u[i].has_main;
  write_head (f, found ? "starts main as the main goroutine."
	      : "none of the files has main; this is empty.");
  if (found)
    fputs ("extern int _cgo_main_body (int, char **, char **);\n"
	   "extern int __cgo_main (int, char **, char **, int (*) (int, char **, char **));\n\n"
	   "int\nmain (int argc, char **argv, char **envp)\n{\n"
	   "  return __cgo_main (argc, argv, envp, _cgo_main_body);\n}\n", f);
  cgo_close (f, path);
}

/* FLAGS as words of the shell.  */

static void
write_words (FILE *f, const char *name, const struct strings *flags)
{
  fprintf (f, "%s=", name);
  for (size_t i = 0; i < flags->n; i++)
    fprintf (f, "%s%s", i ? " " : "", cgo_quoted (flags->v[i]));
  fputc ('\n', f);
}

static void
write_flags (const char *dir, const struct strings *cflags, const struct strings *ldflags)
{
  char *path;
  FILE *f = cgo_create (dir, "_cgo_flags", &path);
  write_words (f, "_CGO_CFLAGS", cflags);
  write_words (f, "_CGO_LDFLAGS", ldflags);
  cgo_close (f, path);
}

/* What the records assume of the compiler that is to compile them.  */

static void
write_checks (const char *dir)
{
  static const struct { const char *name; int size, align; } scalars[] = {
    { "void *", 8, 8 }, { "short", 2, 2 }, { "int", 4, 4 }, { "long", 8, 8 },
    { "float", 4, 4 }, { "double", 8, 8 }, { "long double", 16, 16 }, { "_Bool", 1, 1 }
  };
  char *path;
  FILE *f = cgo_create (dir, "_cgo_.c", &path);
  write_head (f, "checks sizes and places.");
  fputs ("#include \"_cgo_gotypes.h\"\n\n"
	 "#define CHECK(type, size, align)					\\\n"
	 "  _Static_assert (sizeof (type) == size && _Alignof (type) == align,	\\\n"
	 "		  \"gcc and this compiler differ in: \" #type)\n"
	 "#define PLACE(type, member, offset)					\\\n"
	 "  _Static_assert (__builtin_offsetof (type, member) == offset,		\\\n"
	 "		  \"gcc and this compiler differ in: \" #type \" \" #member)\n\n", f);
  for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++)
    fprintf (f, "CHECK (%s, %d, %d);\n", scalars[i].name, scalars[i].size, scalars[i].align);
  for (size_t i = 0; i < cgo_ntypes; i++)
    {
      const struct type *t = &cgo_types[i];
      fprintf (f, "CHECK (%s, %ld, %ld);\n", t->name, t->size, t->align);
      for (size_t j = 0; j < t->members.n; j++)
	{
	  char *space = strchr (t->members.v[j], ' ');
	  fprintf (f, "PLACE (%s, %.*s, %s);\n", t->name, (int) (space - t->members.v[j]),
		   t->members.v[j], space + 1);
	}
    }
  cgo_close (f, path);
}

void
cgo_write_all (const char *dir, struct unit *units, size_t n, const struct strings *cflags,
	       const struct strings *ldflags)
{
  cgo_tag_run (units, n);
  write_gotypes (dir);
  write_exports (dir);
  for (size_t i = 0; i < n; i++)
    {
      write_goroutine_side (dir, &units[i]);
      write_stub_side (dir, &units[i]);
    }
  write_main (dir, units, n);
  write_flags (dir, cflags, ldflags);
  write_checks (dir);
}
