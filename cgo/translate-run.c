/* translate-run.c - lists, files and processes of the translator.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

void
cgo_add (struct strings *list, const char *s)
{
  list->v = cgo_more (list->v, list->n + 1, sizeof *list->v);
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
      char *word = cgo_alloc (strlen (text) + 1, 1), *to = word, quote = 0;
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

FILE *
cgo_create (const char *dir, const char *file, char **path)
{
  *path = cgo_append (NULL, "%s/%s", dir, file);
  FILE *f = fopen (*path, "w");
  if (!f)
    error (CGO_FAILED, errno, "%s", *path);
  return f;
}

void
cgo_close (FILE *f, const char *path)
{
  if (ferror (f) | fclose (f))
    error (CGO_FAILED, errno, "%s", path);
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
    error (CGO_FAILED, err, "%s", argv->v[0]);
  while (waitpid (pid, &status, 0) < 0)
    if (errno != EINTR)
      error (CGO_FAILED, errno, "%s", argv->v[0]);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}
