/* declarations.c - what is in a header, by the compiler's own knowledge.

   The compiler, with the plugin and with all lists that are installed, compiles a file that
   only includes the header, and the plugin writes down what is declared
   (-fplugin-arg-cgoplug-dump-declarations, plugin/dump.cc).  Which file the header is, and
   which directories are the system's, the compiler tells, too (-H, -v).

   SPDX-License-Identifier: MIT  */

#include "cgo.h"

#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

/* ---- Lists ---- */

static int
list_p (const struct dirent *d)
{
  const char *dot = strrchr (d->d_name, '.');
  return dot && !strcmp (dot, ".list");
}

/* FLAGS, freed or null, with an option for each list in DIRECTORY.  */

static char *
add_lists (char *flags, const char *directory)
{
  struct dirent **names;
  int n = scandir (directory, &names, list_p, alphasort);
  for (int i = 0; i < n; i++)
    {
      char *file = cgo_append (NULL, "%s/%s", directory, names[i]->d_name);
      char *quoted = cgo_quoted (file);
      flags = cgo_append (flags, " -fplugin-arg-cgoplug-list=%s", quoted);
      free (quoted);
      free (file);
      free (names[i]);
    }
  if (n >= 0)
    free (names);
  return flags;
}

/* The plugin, with all lists.  It finds them in the same places; here what comes later
   holds.  */

static char *
plugin_flags (void)
{
  char *plugin = cgo_quoted (cgo_plugin ());
  char *flags = cgo_append (NULL, "-fplugin=%s", plugin);
  free (plugin);
  flags = add_lists (flags, CGO_LISTDIR);
  const char *path = getenv ("CGO_LIST_PATH");
  char *copy = cgo_copy (path ? path : ""), *state;
  for (char *d = strtok_r (copy, ":", &state); d; d = strtok_r (NULL, ":", &state))
    flags = add_lists (flags, d);
  free (copy);
  return flags;
}

/* ---- Reading ---- */

/* One line, to be kept: fields with tabs between them.  */

static bool
read_line (char *line, struct declaration *d)
{
  char *fields[7];
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (!(fields[i] = strsep (&line, "\t")))
      return false;
  char *colon = strrchr (fields[0], ':');
  if (!colon)
    return false;
  *colon = 0;
  *d = (struct declaration) { fields[0], atoi (colon + 1), fields[1], fields[2], fields[3],
			      fields[4], fields[5], fields[6] };
  return true;
}

static void
read_dump (struct declarations *all, const char *file)
{
  FILE *f = fopen (file, "r");
  char *line = NULL;
  size_t size = 0;
  if (!f)
    error (CGO_FAILED, errno, "%s", file);
  while (getline (&line, &size, f) > 0)
    {
      line[strcspn (line, "\n")] = 0;
      all->all = cgo_more (all->all, all->n, sizeof *all->all);
      if (read_line (cgo_copy (line), &all->all[all->n]))
	all->n++;
    }
  free (line);
  fclose (f);
}

/* Runs the compiler with OPTIONS; exits with what it says if it fails.  */

static char *
compile (const char *options, const char *cflags)
{
  int status;
  char *command = cgo_append (NULL, "%s %s %s", cgo_compiler (), cflags, options);
  char *text = cgo_run (command, &status);
  if (status != 0)
    {
      fputs (text, stderr);
      error (CGO_FAILED, 0, "the compiler failed: %s", command);
    }
  free (command);
  return text;
}

/* The first file that was included, which -H prints behind a dot.  */

static char *
first_included (const char *file, const char *cflags)
{
  char *source = cgo_quoted (file);
  char *options = cgo_append (NULL, "-E -H -o /dev/null %s", source);
  char *text = compile (options, cflags), *header = NULL;
  char *line = !strncmp (text, ". ", 2) ? text + 2 : strstr (text, "\n. ");
  if (line)
    {
      line += *line == '\n' ? 3 : 0;
      header = strndup (line, strcspn (line, "\n"));
    }
  free (text);
  free (options);
  free (source);
  return header;
}

struct declarations
cgo_declarations (const char *text, const char *cflags)
{
  struct declarations all = { NULL, NULL, 0 };
  char *file = cgo_temporary_file ("input.c", text);
  char *dump = cgo_append (NULL, "%s/declarations", cgo_temporary ());
  all.header = first_included (file, cflags);
  char *source = cgo_quoted (file), *to = cgo_quoted (dump);
  char *options = cgo_append (plugin_flags (), " -fplugin-arg-cgoplug-dump-declarations=%s -w"
			      " -S -o /dev/null %s", to, source);
  free (compile (options, cflags));
  read_dump (&all, dump);
  free (options);
  free (to);
  free (source);
  free (dump);
  free (file);
  return all;
}

/* ---- Whose a declaration is ---- */

/* Whether the compiler looks in DIRECTORY without being told.  */

static bool
system_directory_p (const char *directory)
{
  static char *text;
  if (!text)
    text = compile ("-E -v -xc /dev/null -o /dev/null", "");
  bool found = false;
  char *copy = cgo_copy (text), *state;
  char *wanted = realpath (directory, NULL);
  for (char *line = strtok_r (copy, "\n", &state); line && wanted && !found;
       line = strtok_r (NULL, "\n", &state))
    {
      char *real = *line == ' ' ? realpath (line + strspn (line, " "), NULL) : NULL;
      found = real && !strcmp (real, wanted);
      free (real);
    }
  free (wanted);
  free (copy);
  return found;
}

bool
cgo_own_declaration (const struct declarations *all, const struct declaration *d)
{
  if (!all->header || !strcmp (all->header, d->file))
    return all->header;
  char *a = cgo_copy (all->header), *b = cgo_copy (d->file);
  const char *directory = dirname (a);
  bool same = !strcmp (directory, dirname (b)) && !system_directory_p (directory);
  free (a);
  free (b);
  return same;
}

/* ---- Modes ---- */

/* Whether somebody has said how D is called: not its header alone, nor GCC.  */

static bool
said_p (const struct declaration *d)
{
  static const char *const by_itself[] =
    { "system header", "declaration", "builtin", "no declaration" };
  for (size_t i = 0; i < sizeof by_itself / sizeof *by_itself; i++)
    if (!strcmp (d->why, by_itself[i]))
      return false;
  return true;
}

const char *
cgo_choose_mode (const struct declaration *d, const char **why)
{
  const char *slash = strrchr (d->why, '/');
  *why = slash ? slash + 1 : d->why;
  if (said_p (d))
    return d->mode;
  if (!strcmp (d->callback, "callback"))
    *why = "is passed a function, which it may call back";
  else if (!strcmp (d->callback, "structure"))
    *why = "is passed a structure with pointers to functions, which it may call back";
  else if (!strcmp (d->callback, "variadic"))
    *why = "its type does not tell what it is passed";
  else
    *why = "unknown: nobody has said how long it takes";
  return "default";
}

char *
cgo_split_flags (int *argc, char **argv)
{
  char *flags = cgo_copy ("");
  for (int i = 1; i < *argc; i++)
    if (!strcmp (argv[i], "--"))
      {
	for (int j = i + 1; j < *argc; j++)
	  {
	    char *quoted = cgo_quoted (argv[j]);
	    flags = cgo_append (flags, " %s", quoted);
	    free (quoted);
	  }
	argv[i] = NULL;
	*argc = i;
      }
  return flags;
}
