/* header.c - `cgo header HEADER [-- CFLAGS]': an overlay of a C library's header.

   The overlay has the header's name and stands in front of it on the compiler's way; it
   includes the real one and says of each function that is declared there how it is called.
   A function is declared once more by its own type, so that no type is written here, and
   none can be wrong.  Compiled without the plugin the overlay is the real header.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"

#include <ctype.h>
#include <error.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The macro of <cgo/attr.h> for MODE.  */

static char *
macro (const char *mode)
{
  const char *bytes = strchr (mode, ' ');
  if (bytes)
    return cgo_append (NULL, "CGO_CALL_LEAF (%s)", bytes + 1);
  if (!strcmp (mode, "default"))
    return cgo_copy ("CGO_CALL");
  char *name = cgo_append (NULL, "CGO_CALL_%s", mode);
  for (char *s = name; *s; s++)
    *s = toupper ((unsigned char) *s);
  return name;
}

/* TEXT within a comment.  */

static void
print_comment (const char *text)
{
  for (const char *s = text; *s; s++)
    if (s[0] == '*' && s[1] == '/')
      fputs ("* ", stdout);
    else
      putchar (*s);
}

static void
print_declaration (const struct declaration *d)
{
  const char *why, *mode = cgo_choose_mode (d, &why);
  printf ("\n/* ");
  print_comment (d->type);
  printf ("\n   %s: ", mode);
  print_comment (why);
  printf ("  */\n");
  if (!strcmp (mode, "goroutine"))
    return;
  char *attribute = macro (mode);
  printf ("extern __typeof__ (%s) %s %s;\n", d->name, d->name, attribute);
  free (attribute);
}

/* HEADER as a guard, CGO_OVERLAY_ZLIB_H.  */

static char *
guard (const char *header)
{
  char *name = cgo_append (NULL, "CGO_OVERLAY_%s", header);
  for (char *s = name; *s; s++)
    *s = isalnum ((unsigned char) *s) ? toupper ((unsigned char) *s) : '_';
  return name;
}

/* How the overlay includes HEADER, which the user called so: a file that is here has no
   directory on the compiler's way.  */

static void
print_overlay (const char *header, const struct declarations *all)
{
  char *name = guard (header);
  printf ("/* %s - an overlay for goroutine code, made by `cgo header %s'.\n\n"
	  "   Put it where the compiler looks before it finds the real one (-I), which it includes.\n"
	  "   Each function is C; change its mode where you know better: cgoplug(1).  */\n\n"
	  "#ifndef %s\n#define %s 1\n\n"
	  "#ifdef __CGOPLUG__\n# include <cgo/attr.h>\nCGO_CALL_PUSH\n#endif\n"
	  "#include_next <%s>\n"
	  "#ifdef __CGOPLUG__\nCGO_CALL_POP\n\nCGO_BEGIN_DECLS\n",
	  header, header, name, name, header);
  for (size_t i = 0; i < all->n; i++)
    if (cgo_own_declaration (all, &all->all[i]))
      print_declaration (&all->all[i]);
  printf ("\nCGO_END_DECLS\n#endif\n\n#endif /* %s */\n", name);
  free (name);
}

static int
header (const char *name, const char *cflags)
{
  char *absolute = access (name, R_OK) ? NULL : realpath (name, NULL);
  char *text = absolute ? cgo_append (NULL, "#include \"%s\"\n", absolute)
			: cgo_append (NULL, "#include <%s>\n", name);
  struct declarations all = cgo_declarations (text, cflags);
  size_t n = 0;
  for (size_t i = 0; i < all.n; i++)
    n += cgo_own_declaration (&all, &all.all[i]);
  if (!n)
    error (CGO_FAILED, 0, "%s declares no function", name);
  char *copy = cgo_copy (name);
  print_overlay (absolute ? basename (copy) : name, &all);
  free (copy);
  free (text);
  free (absolute);
  return CGO_OK;
}

/* ---- The command ---- */

static error_t
parse (int key, char *arg, struct argp_state *state)
{
  const char **name = state->input;
  switch (key)
    {
    case ARGP_KEY_ARG:
      if (*name)
	argp_error (state, "one header at a time, not `%s' too; options for the compiler"
		    " stand behind --", arg);
      if (strpbrk (arg, "\"<>\n\\"))
	argp_error (state, "`%s' cannot be a header; give it as #include has it, zlib.h", arg);
      *name = arg;
      return 0;
    case ARGP_KEY_NO_ARGS:
      argp_error (state, "which header?");
      return 0;
    default:
      return ARGP_ERR_UNKNOWN;
    }
}

int
cgo_header (int argc, char **argv)
{
  static const struct argp argp = {
    NULL, parse, "HEADER [-- CFLAGS]",
    "Print an overlay of HEADER, which says of each function that is declared there how "
    "goroutine code calls it, and why.\v"
    "HEADER is a file, or what #include <...> finds with CFLAGS.\n"
    "Exit status: 0, 2 for a bad option, 3 if the compiler fails.", NULL, NULL, NULL
  };
  const char *name = NULL;
  char *cflags = cgo_split_flags (&argc, argv);
  argp_parse (&argp, argc, argv, 0, NULL, &name);
  return header (name, cflags);
}
