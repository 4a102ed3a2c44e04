/* translate-text.c - the text of a file, line by line.

   gcc -E breaks a line of the user's where a system header's macro stands in it, and says
   `# LINE "FILE" FLAGS' for each part.  Here the parts are put together again, so that a
   file, a line and a column are one place, by which the plugin and we mean the same; and the
   markers stay, so that the compilers of the translated file name the user's lines.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>

/* GCC counts no columns beyond 4095.  */
enum { LINE_MOST = 3000, GAP_MOST = 8 };

struct reader
{
  struct unit *u;
  FILE *out;			/* becomes its text */
  const char *file;		/* where the input is, */
  int line;
  bool system;
  const char *out_file;		/* and the last line of the output */
  int out_line;
  bool out_pragma;
};

static void
put (struct reader *r, const char *s, size_t n)
{
  fwrite (s, 1, n, r->out);
  r->u->len += n;
}

/* `# LINE "FILE" FLAGS' at S; false if that is something else.  */

static bool
read_marker (struct reader *r, const char *s)
{
  char *end;
  if (s[0] != '#' || s[1] != ' ' || !isdigit ((unsigned char) s[2]))
    return false;
  r->line = strtol (s + 2, &end, 10);
  const char *from = strchr (end, '"'), *to = from ? from + 1 : NULL;
  while (to && *to && *to != '"' && *to != '\n')
    to += *to == '\\' && to[1] ? 2 : 1;
  if (!to || *to != '"')
    return true;
  size_t n = to - from - 1;
  if (!r->file || strlen (r->file) != n || memcmp (r->file, from + 1, n) != 0)
    r->file = cgo_append (NULL, "%.*s", (int) n, from + 1);
  r->system = false;
  for (to++; *to && *to != '\n'; to++)
    r->system |= *to == '3' && to[-1] == ' ';
  return true;
}

static void
new_line (struct reader *r)
{
  struct unit *u = r->u;
  int gap = r->line - r->out_line;
  if (u->len)
    put (r, "\n", 1);
  if (r->out_file == r->file && gap > 0 && gap <= GAP_MOST)
    put (r, "\n\n\n\n\n\n\n\n", gap - 1);
  else
    {
      char *marker = cgo_append (NULL, "# %d \"%s\"%s\n", r->line, r->file,
				 r->system ? " 3" : "");
      put (r, marker, strlen (marker));
    }
  u->lines = cgo_more (u->lines, u->nlines, sizeof *u->lines);
  u->lines[u->nlines++] = (struct line) { u->len, r->file, r->line };
  r->out_file = r->file;
  r->out_line = r->line;
}

static void
read_line (struct reader *r, const char *s, size_t n)
{
  struct unit *u = r->u;
  bool pragma = s[strspn (s, " \t")] == '#';
  bool same = u->nlines && r->out_file == r->file && r->out_line == r->line;
  if (same && !pragma && !r->out_pragma
      && u->len - u->lines[u->nlines - 1].offset + n < LINE_MOST)
    put (r, " ", 1);
  else
    new_line (r);
  put (r, s, n);
  r->out_pragma = pragma;
}

void
cgo_text_read (struct unit *u, const char *preprocessed)
{
  size_t len;
  struct reader r = { .u = u, .out = open_memstream (&u->text, &len) };
  if (!r.out)
    error (CGO_FAILED, errno, "memory");
  for (const char *s = preprocessed, *next; *s; s = next)
    {
      size_t n = strcspn (s, "\n");
      next = s + n + (s[n] == '\n');
      if (read_marker (&r, s))
	continue;
      if (strspn (s, " \t\r\f\v") < n)
	read_line (&r, s, n);
      r.line++;
    }
  put (&r, "\n", 1);
  if (fclose (r.out))
    error (CGO_FAILED, errno, "memory");
}

void
cgo_text_write (const struct unit *u, const char *path)
{
  FILE *f = fopen (path, "w");
  if (!f)
    error (CGO_FAILED, errno, "%s", path);
  fwrite (u->text, 1, u->len, f);
  cgo_close (f, path);
}

void
cgo_text_print (const struct unit *u, FILE *f, size_t from, size_t to)
{
  for (size_t i = 0; i < u->nedits; i++)
    {
      const struct edit *e = &u->edits[i];
      if (e->offset < from || e->offset + e->remove > to)
	continue;
      fwrite (u->text + from, 1, e->offset - from, f);
      fputs (e->text, f);
      from = e->offset + e->remove;
    }
  fwrite (u->text + from, 1, to - from, f);
}
