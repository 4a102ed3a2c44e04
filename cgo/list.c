/* list.c - `cgo list LIBRARY [HEADER...] [-- CFLAGS]': a list of a C library's functions, for
   -fplugin-arg-cgoplug-list (cgo-list(5)).

   The names are those that the library exports; what headers and the lists that are
   installed know of each gives its mode, or the default.  Without a header the usual names
   are tried: of libNAME.so NAME.h, libNAME.h, NAMElib.h, NAME/NAME.h and libNAME-fe.h.

   What no header declares may yet be in a list; the plugin is asked once more, with
   declarations that are made up.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "library.h"

#include <errno.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What --help and `--' leave.  */
struct arguments
{
  const char *library;
  char *includes;		/* C that includes the headers, or null */
};

/* The file of LIBRARY: what the linker would find, if it is none here.  */

static char *
find_library (const char *library)
{
  if (strchr (library, '/') || !access (library, R_OK))
    return cgo_copy (library);
  int status;
  char *quoted = cgo_quoted (library);
  char *command = cgo_append (NULL, "%s -print-file-name=%s", cgo_compiler (), quoted);
  char *file = cgo_run (command, &status);
  file[strcspn (file, "\n")] = 0;
  if (status != 0 || !strcmp (file, library))
    error (CGO_FAILED, 0, "there is no %s here, and %s finds none", library, cgo_compiler ());
  free (command);
  free (quoted);
  return file;
}

/* C that includes the first header there is, of the usual names.  */

static char *
usual_headers (const char *soname)
{
  static const char *const forms[] =
    { "%.*s.h", "lib%.*s.h", "%.*slib.h", "%.*s/%.*s.h", "lib%.*s-fe.h" };
  if (strncmp (soname, "lib", 3))
    return cgo_copy ("");
  const char *name = soname + 3;
  int n = strcspn (name, ".");
  const char *dash = memrchr (name, '-', n);
  if (dash && dash[1 + strspn (dash + 1, "0123456789")] == name[n])
    n = dash - name;
  char *text = NULL;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    {
      char *header;
      if (asprintf (&header, forms[i], n, name, n, name) < 0)
	error (CGO_FAILED, errno, "memory");
      text = cgo_append (text, "#%s __has_include(<%s>)\n#include <%s>\n", i ? "elif" : "if",
			 header, header);
      free (header);
    }
  return cgo_append (text, "#endif\n");
}

static const struct declaration *
find (const struct declarations *all, const char *asmname)
{
  for (size_t i = 0; i < all->n; i++)
    if (!strcmp (all->all[i].asmname, asmname))
      return &all->all[i];
  return NULL;
}

/* Whether the list may have such a name (plugin/list.cc).  */

static bool
listable_p (const char *name)
{
  static const char digits[] = "0123456789";
  return !name[strspn (name, "_.$" "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			     "0123456789")] && !strchr (digits, *name);
}

/* A line for D, with its TYPE, or null.  */

static void
print_function (const struct declaration *d, const char *type)
{
  const char *why, *mode = cgo_choose_mode (d, &why);
  if (!strcmp (mode, "goroutine"))
    printf ("# %s is goroutine code: %s\n", d->asmname, why);
  else
    printf ("%s%s%s\t# %s%s%s\n", d->asmname, strcmp (mode, "default") ? " " : "",
	    strcmp (mode, "default") ? mode : "", why, type ? "; " : "", type ? type : "");
}

/* The functions of L that are not in ALL, which no header declares.  */

static void
print_undeclared (const struct library *l, const struct declarations *all, const char *cflags)
{
  char *text = NULL;
  for (size_t i = 0; i < l->n; i++)
    if (!find (all, l->functions[i]) && listable_p (l->functions[i]))
      text = cgo_append (text, "void cgo_%zu (void) __asm__ (\"%s\");\n", i, l->functions[i]);
  if (!text)
    return;
  printf ("\n# Exported, but no header declares them.\n\n");
  struct declarations made_up = cgo_declarations (text, cflags);
  for (size_t i = 0; i < made_up.n; i++)
    print_function (&made_up.all[i], NULL);
  free (text);
}

static int
list (const struct arguments *a, const char *cflags)
{
  struct library l;
  char *file = find_library (a->library);
  cgo_library_read (&l, file);
  char *text = a->includes ? a->includes : usual_headers (l.soname);
  struct declarations all = cgo_declarations (text, cflags);
  printf ("# Functions of %s, made by `cgo list %s': cgo-list(5).\n# Header: %s\n#\n"
	  "# Change the modes where you know better.\n\n",
	  l.soname, a->library, all.header ? all.header : "none was found");
  for (size_t i = 0; i < l.n; i++)
    {
      const struct declaration *d = find (&all, l.functions[i]);
      if (d)
	print_function (d, d->type);
    }
  print_undeclared (&l, &all, cflags);
  free (text);
  free (file);
  return CGO_OK;
}

/* ---- The command ---- */

static void
add_header (struct arguments *a, const char *name)
{
  char *absolute = access (name, R_OK) ? NULL : realpath (name, NULL);
  if (absolute)
    a->includes = cgo_append (a->includes, "#include \"%s\"\n", absolute);
  else
    a->includes = cgo_append (a->includes, "#include <%s>\n", name);
  free (absolute);
}

static error_t
parse (int key, char *arg, struct argp_state *state)
{
  struct arguments *a = state->input;
  switch (key)
    {
    case ARGP_KEY_ARG:
      if (strpbrk (arg, "\"<>\n\\"))
	argp_error (state, "`%s' is neither a library nor a header", arg);
      if (!a->library)
	a->library = arg;
      else
	add_header (a, arg);
      return 0;
    case ARGP_KEY_NO_ARGS:
      argp_error (state, "which library?");
      return 0;
    default:
      return ARGP_ERR_UNKNOWN;
    }
}

int
cgo_list (int argc, char **argv)
{
  static const struct argp argp = {
    NULL, parse, "LIBRARY [HEADER...] [-- CFLAGS]",
    "Print a list of the functions that LIBRARY exports, for -fplugin-arg-cgoplug-list.\v"
    "LIBRARY is a file, or what the linker finds. Headers are files, or what "
    "#include <...> finds with CFLAGS; without one the usual names are tried.\n"
    "Exit status: 0, 2 for a bad option, 3 if the library or the compiler fails.",
    NULL, NULL, NULL
  };
  struct arguments a = { NULL, NULL };
  char *cflags = cgo_split_flags (&argc, argv);
  argp_parse (&argp, argc, argv, 0, NULL, &a);
  return list (&a, cflags);
}
