/* translate.c - cgo FILE.c... -- CFLAGS: goroutine code for compilers without the plugin.

   For each file

     1. its `#pragma cgo' lines say what flags it wants (translate-flags.c);
     2. gcc -E with the plugin preprocesses it, and its lines are put in order
	(translate-text.c): from here on that is the text;
     3. gcc -fsyntax-only with the plugin and its option `translate' compiles that, reports
	what is wrong with it, and tells what stands where, with types (plugin/translate.cc,
	translate-dump.c);
     4. the names and places it told of are changed (translate-edit.c);

   then the files of _obj are written (translate-write.c, translate-stub.c), and one of them is
   compiled by the compiler that is to compile them all, $CC, to see that it has the types
   that gcc has.

   What the C of a file means is GCC's to say: nothing here knows more of C than names,
   strings and parentheses.

   No optimisation in 2 and 3: glibc's headers then have prototypes and no bodies.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <ctype.h>
#include <error.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct job
{
  const char *dir;
  struct strings files, cflags;	/* of the command line */
  struct strings pragma_cflags, pragma_ldflags;
};

/* The compiler and the plugin; CGO_GCC and CGO_PLUGIN name others.  */

static void
add_gcc (struct strings *argv)
{
  const char *gcc = getenv ("CGO_GCC");
  cgo_add_words (argv, gcc && *gcc ? gcc : CGO_GCC);
  cgo_add (argv, cgo_append (NULL, "-fplugin=%s", cgo_plugin ()));
}

/* FLAGS without those that ask for other output than ours, and, if the file is PREPROCESSED, that
   are about that.  */

static void
add_flags (struct strings *argv, const struct strings *flags, bool preprocessed)
{
  static const char *const with_value[] = { "-o", "-MF", "-MT", "-MQ", NULL };
  static const char *const preprocessing[] = { "-include", "-imacros", NULL };
  for (size_t i = 0; i < flags->n; i++)
    {
      const char *s = flags->v[i];
      bool drop = strcmp (s, "-c") == 0 || strcmp (s, "-S") == 0 || strncmp (s, "-M", 2) == 0
		  || strncmp (s, "-o", 2) == 0;
      bool value = false;
      for (const char *const *w = with_value; *w; w++)
	value |= strcmp (s, *w) == 0;
      for (const char *const *w = preprocessing; preprocessed && *w; w++)
	value |= strcmp (s, *w) == 0;
      i += value;
      if (!drop && !value)
	cgo_add (argv, s);
    }
}

static bool
preprocess (const struct job *job, struct unit *u, const char *path)
{
  struct strings argv = { NULL, 0 };
  add_gcc (&argv);
  add_flags (&argv, &job->cflags, false);
  add_flags (&argv, &job->pragma_cflags, false);
  cgo_add_words (&argv, "-O0 -E -x c");
  cgo_add (&argv, u->file);
  if (!cgo_execute (&argv, path))
    return false;
  cgo_text_read (u, cgo_read (path));
  cgo_text_write (u, path);
  return true;
}

static bool
ask_plugin (const struct job *job, struct unit *u, const char *path, const char *dump)
{
  struct strings argv = { NULL, 0 };
  add_gcc (&argv);
  cgo_add (&argv, cgo_append (NULL, "-fplugin-arg-cgoplug-translate=%s", dump));
  add_flags (&argv, &job->cflags, true);
  add_flags (&argv, &job->pragma_cflags, true);
  cgo_add_words (&argv, "-O0 -fsyntax-only -fpreprocessed -x cpp-output");
  cgo_add (&argv, path);
  if (!cgo_execute (&argv, NULL))
    return false;
  cgo_dump_read (u, dump);
  return true;
}

static bool
translate_file (const struct job *job, struct unit *u)
{
  char *path = cgo_append (NULL, "%s/%s.cgo.i", job->dir, u->stem);
  char *dump = cgo_append (NULL, "%s/%s.cgo.txt", job->dir, u->stem);
  bool good = preprocess (job, u, path) && ask_plugin (job, u, path, dump)
	      && cgo_text_translate (u);
  unlink (path);
  unlink (dump);
  return good;
}

/* _cgo_.o.  */

static bool
check_types (const struct job *job)
{
  struct strings argv = { NULL, 0 };
  const char *cc = getenv ("CC");
  cgo_add_words (&argv, cc && *cc ? cc : "cc");
  add_flags (&argv, &job->cflags, false);
  add_flags (&argv, &job->pragma_cflags, false);
  cgo_add (&argv, "-c");
  cgo_add (&argv, cgo_append (NULL, "%s/_cgo_.c", job->dir));
  cgo_add (&argv, "-o");
  cgo_add (&argv, cgo_append (NULL, "%s/_cgo_.o", job->dir));
  return cgo_execute (&argv, NULL);
}

static bool
init_unit (struct unit *u, const char *file)
{
  const char *slash = strrchr (file, '/'), *dot = strrchr (file, '.');
  if (!dot || strcmp (dot, ".c") != 0)
    {
      error (0, 0, "%s: not a C file, FILE.c", file);
      return false;
    }
  slash = slash ? slash + 1 : file;
  u->file = file;
  u->stem = cgo_append (NULL, "%.*s", (int) (dot - slash), slash);
  u->id = cgo_append (NULL, "%s", u->stem);
  for (char *s = u->id; *s; s++)
    if (!isalnum ((unsigned char) *s))
      *s = '_';
  return true;
}

static bool
init_units (const struct job *job, struct unit *units)
{
  for (size_t i = 0; i < job->files.n; i++)
    {
      if (!init_unit (&units[i], job->files.v[i]))
	return false;
      for (size_t j = 0; j < i; j++)
	if (strcmp (units[i].id, units[j].id) == 0)
	  {
	    error (0, 0, "%s and %s would both be %s.cgo1.c or have names in common; rename one",
		   units[j].file, units[i].file, units[i].stem);
	    return false;
	  }
    }
  return true;
}

static bool
read_arguments (struct job *job, int argc, char **argv)
{
  int i = 1;
  job->dir = "_obj";
  for (; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "-o") == 0 && i + 1 < argc)
      job->dir = argv[++i];
    else if (argv[i][0] == '-')
      {
	error (0, 0, "unknown option `%s'; the compiler's options go behind `--'", argv[i]);
	return false;
      }
    else
      cgo_add (&job->files, argv[i]);
  for (i++; i < argc; i++)
    cgo_add (&job->cflags, argv[i]);
  if (job->files.n == 0)
    error (0, 0, "no file to translate; usage: cgo [-o DIR] FILE.c... [-- CFLAGS]");
  return job->files.n > 0;
}

int
cgo_translate (int argc, char **argv)
{
  struct job job = { NULL, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
  bool good = true;
  if (!read_arguments (&job, argc, argv))
    return CGO_USAGE;
  struct unit *units = cgo_alloc (job.files.n, sizeof *units);
  if (!init_units (&job, units))
    return CGO_USAGE;
  if (mkdir (job.dir, 0777) != 0 && errno != EEXIST)
    error (CGO_FAILED, errno, "%s", job.dir);
  for (size_t i = 0; i < job.files.n; i++)
    good &= cgo_flags_read (units[i].file, &job.pragma_cflags, &job.pragma_ldflags);
  for (size_t i = 0; good && i < job.files.n; i++)
    good &= translate_file (&job, &units[i]);
  if (!good)
    return CGO_FOUND;
  cgo_write_all (job.dir, units, job.files.n, &job.pragma_cflags, &job.pragma_ldflags);
  return check_types (&job) ? CGO_OK : CGO_FOUND;
}
