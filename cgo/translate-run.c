/* translate-run.c - memory, files and processes of the translator.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

void
cgo_die (int err, const char *format, ...)
{
  va_list ap;
  fputs ("cgo: ", stderr);
  va_start (ap, format);
  vfprintf (stderr, format, ap);
  va_end (ap);
  fprintf (stderr, err ? ": %s\n" : "\n", strerror (err));
  exit (CGO_FAILED);
}

void *
cgo_grow (void *old, size_t bytes)
{
  void *p = realloc (old, bytes ? bytes : 1);
  if (!p)
    cgo_die (ENOMEM, "%zu bytes", bytes);
  return p;
}

void *
cgo_alloc (size_t bytes)
{
  return memset (cgo_grow (NULL, bytes), 0, bytes);
}

char *
cgo_format (const char *format, ...)
{
  va_list ap;
  char *s;
  va_start (ap, format);
  if (vasprintf (&s, format, ap) < 0)
    cgo_die (errno, "%s", format);
  va_end (ap);
  return s;
}

void
cgo_add (struct strings *list, const char *s)
{
  list->v = cgo_grow (list->v, (list->n + 2) * sizeof *list->v);
  list->v[list->n++] = (char *) s;
  list->v[list->n] = NULL;
}

void
cgo_add_all (struct strings *list, const struct strings *more)
{
  for (size_t i = 0; i < more->n; i++)
    cgo_add (list, more->v[i]);
}

void
cgo_add_words (struct strings *list, const char *text)
{
  while (*(text += strspn (text, " \t\r\n")))
    {
      char *word = cgo_alloc (strlen (text) + 1), *to = word, quote = 0;
      for (; *text && (quote || !strchr (" \t\r\n", *text)); text++)
	if (*text == quote)
	  quote = 0;
	else if (!quote && (*text == '"' || *text == '\''))
	  quote = *text;
	else if (*text == '\\' && quote != '\'' && text[1])
	  *to++ = *++text;
	else
	  *to++ = *text;
      cgo_add (list, word);
    }
}

char *
cgo_read (const char *file, size_t *len)
{
  FILE *f = fopen (file, "r");
  char *text = NULL;
  size_t n = 0, got;
  if (!f)
    cgo_die (errno, "%s", file);
  do
    {
      text = cgo_grow (text, n + 65536 + 1);
      got = fread (text + n, 1, 65536, f);
      n += got;
    }
  while (got > 0);
  if (ferror (f))
    cgo_die (errno, "%s", file);
  fclose (f);
  text[n] = 0;
  *len = n;
  return text;
}

FILE *
cgo_create (const char *dir, const char *file, char **path)
{
  *path = cgo_format ("%s/%s", dir, file);
  FILE *f = fopen (*path, "w");
  if (!f)
    cgo_die (errno, "%s", *path);
  return f;
}

void
cgo_close (FILE *f, const char *path)
{
  if (ferror (f) | fclose (f))
    cgo_die (errno, "%s", path);
}

bool
cgo_execute (const struct strings *argv, const char *file)
{
  posix_spawn_file_actions_t actions;
  pid_t pid;
  int status;
  fflush (NULL);
  posix_spawn_file_actions_init (&actions);
  if (file)
    posix_spawn_file_actions_addopen (&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  int err = posix_spawnp (&pid, argv->v[0], &actions, NULL, argv->v, environ);
  posix_spawn_file_actions_destroy (&actions);
  if (err)
    cgo_die (err, "%s", argv->v[0]);
  while (waitpid (pid, &status, 0) < 0)
    if (errno != EINTR)
      cgo_die (errno, "%s", argv->v[0]);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}
