/* run.c - the compiler, and files for it.

   Commands are text for the shell, because CC and CFLAGS are: `CC="ccache gcc-12 -m64"'.
   What stands in them beside those is quoted.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"

#include <errno.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *
setting (const char *name, const char *otherwise)
{
  const char *value = getenv (name);
  return value && *value ? value : otherwise;
}

const char *
cgo_compiler (void)
{
  return setting ("CC", CGO_GCC);
}

const char *
cgo_plugin (void)
{
  return setting ("CGO_PLUGIN", CGO_PLUGIN_FILE);
}

char *
cgo_quoted (const char *word)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
			      "-_./=:,+@%";
  if (*word && !word[strspn (word, plain)])
    return cgo_copy (word);
  char *text = cgo_append (NULL, "'");
  for (const char *s = word; *s; s++)
    text = cgo_append (text, *s == '\'' ? "'\\%c'" : "%c", *s);
  return cgo_append (text, "'");
}

/* All that F has left.  */

static char *
read_all (FILE *f)
{
  char *text = NULL;
  size_t size = 0;
  if (getdelim (&text, &size, 0, f) < 0)
    {
      free (text);
      text = cgo_copy ("");
    }
  return text;
}

char *
cgo_read (const char *file)
{
  FILE *f = fopen (file, "r");
  if (!f)
    error (CGO_FAILED, errno, "%s", file);
  char *text = read_all (f);
  if (ferror (f))
    error (CGO_FAILED, errno, "%s", file);
  fclose (f);
  return text;
}

char *
cgo_run (const char *command, int *status)
{
  char *whole = cgo_append (NULL, "exec 2>&1 </dev/null; LC_ALL=C; export LC_ALL; %s", command);
  FILE *f = popen (whole, "r");
  if (!f)
    error (CGO_FAILED, errno, "cannot run the shell");
  char *text = read_all (f);
  int result = pclose (f);
  *status = WIFEXITED (result) ? WEXITSTATUS (result) : 128 + WTERMSIG (result);
  free (whole);
  return text;
}

/* ---- Temporary files ---- */

static char directory[4096];

static void
clean_up (void)
{
  char *quoted = cgo_quoted (directory);
  char *command = cgo_append (NULL, "rm -rf %s", quoted);
  if (system (command) != 0)
    error (0, 0, "cannot remove %s", directory);
  free (command);
  free (quoted);
}

const char *
cgo_temporary (void)
{
  if (*directory)
    return directory;
  snprintf (directory, sizeof directory, "%s/cgo.XXXXXX", setting ("TMPDIR", "/tmp"));
  if (!mkdtemp (directory))
    error (CGO_FAILED, errno, "cannot make a directory in %s", setting ("TMPDIR", "/tmp"));
  atexit (clean_up);
  return directory;
}

char *
cgo_temporary_file (const char *name, const char *text)
{
  char *file = cgo_append (NULL, "%s/%s", cgo_temporary (), name);
  FILE *f = fopen (file, "w");
  if (!f || fputs (text, f) < 0 || fclose (f))
    error (CGO_FAILED, errno, "%s", file);
  return file;
}
