/* translate-place.c - where in the text the calls and addresses are that the plugin told of.

   GCC's place of a call is that of its first token, nearly always.  A cast to the type that the
   call has anyway gives it its own place, and the operand of `==' has that of the operator.  So
   what is not where it should be is looked for in its statement: if there is one such name and
   no more, or as many as calls are missing that all want the same stub, that is it.  Else it is
   an error; nothing is guessed.  An address may be found once too often: the entry of an
   exported function is good for a call, too.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <string.h>

static void
found_at (struct place *p, size_t pos)
{
  p->found = cgo_more (p->found, p->nfound, sizeof *p->found);
  p->found[p->nfound++] = pos;
}

static bool
taken (const struct unit *u, size_t pos)
{
  for (size_t i = 0; i < u->nplaces; i++)
    for (size_t j = 0; j < u->places[i].nfound; j++)
      if (u->places[i].found[j] == pos)
	return true;
  return false;
}

/* ---- Where it should be ---- */

/* Place P on line N of the text; LEN if the line has no such column.  */

static size_t
offset_on_line (const struct unit *u, const struct place *p, size_t n)
{
  size_t pos = u->lines[n].offset + p->col - 1;
  size_t last = n + 1 < u->nlines ? u->lines[n + 1].offset : u->len;
  return p->col < 1 || pos >= last ? u->len : pos;
}

/* The name that begins at POS, or behind parentheses and operators there, is P's.  */

static bool
name_at (const struct unit *u, const struct place *p, size_t *pos)
{
  size_t end;
  while (cgo_token (u->text, u->len, pos, &end) == TOKEN_OTHER && strchr ("(*&", u->text[*pos]))
    *pos = end;
  return cgo_token_is (u->text, *pos, end, p->name);
}

static void
find_exactly (const struct unit *u, struct place *p)
{
  for (size_t i = 0; i < u->nlines; i++)
    if (u->lines[i].number == p->line && strcmp (u->lines[i].file, p->file) == 0)
      {
	size_t pos = offset_on_line (u, p, i);
	if (pos < u->len && name_at (u, p, &pos) && !taken (u, pos))
	  found_at (p, pos);
      }
}

/* ---- Where it may be ---- */

/* Beginning and end of the statement, or the part of an initialiser, that POS is in:
   what stands between `;', `{' and `}' that are in no parentheses.  */

static void
statement (const struct unit *u, size_t pos, size_t *from, size_t *to)
{
  size_t p = 0, end;
  int depth = 0;
  *from = 0;
  for (; cgo_token (u->text, u->len, &p, &end) != TOKEN_END; p = end)
    {
      if (end != p + 1)
	continue;
      depth += (strchr ("([", u->text[p]) != NULL) - (strchr (")]", u->text[p]) != NULL);
      if (depth > 0 || !strchr (";{}", u->text[p]))
	continue;
      depth = 0;
      if (p >= pos)
	break;
      *from = end;
    }
  *to = p;
}

/* The next use of P's name from *POS on, before TO, that nobody has: of a call if CALL.  */

static bool
next_use (const struct unit *u, const struct place *p, size_t *pos, size_t to)
{
  size_t end;
  char before = 0;
  for (; cgo_token (u->text, u->len, pos, &end) != TOKEN_END && *pos < to;
       before = u->text[end - 1], *pos = end)
    {
      size_t next = end, stop;
      if (!cgo_token_is (u->text, *pos, end, p->name) || before == '.' || before == '>'
	  || taken (u, *pos))
	continue;
      while (cgo_token (u->text, u->len, &next, &stop) == TOKEN_OTHER && u->text[next] == ')')
	next = stop;
      if ((u->text[next] == '(') == (p->kind != 'a'))
	return true;
    }
  return false;
}

/* How many uses the statement has in which line N has P; with TAKE they are P's.  */

static size_t
uses (const struct unit *u, struct place *p, size_t n, bool take)
{
  size_t pos = offset_on_line (u, p, n), from, to, count = 0, end;
  if (pos == u->len)
    return 0;
  statement (u, pos, &from, &to);
  for (pos = from; next_use (u, p, &pos, to); count++)
    {
      cgo_token (u->text, u->len, &pos, &end);
      if (take)
	{
	  found_at (p, pos);
	  if (p->kind != 'a')
	    return 1;
	}
      pos = end;
    }
  return count;
}

/* Places that are missing and could be confused with P: the same name near the same line.  Whether
   all of them want the same stub.  */

static bool
alike (const struct unit *u, const struct place *p, size_t line, size_t *n)
{
  size_t from, to, pos = offset_on_line (u, p, line);
  bool same = true;
  statement (u, pos, &from, &to);
  *n = 0;
  for (size_t i = 0; i < u->nplaces; i++)
    {
      const struct place *q = &u->places[i];
      if (q->nfound || q->kind == 'a' || strcmp (q->name, p->name) != 0)
	continue;
      for (size_t j = 0; j < u->nlines; j++)
	if (u->lines[j].number == q->line && strcmp (u->lines[j].file, q->file) == 0)
	  {
	    size_t other = offset_on_line (u, q, j);
	    if (other < from || other >= to)
	      continue;
	    same &= q->fn == p->fn;
	    ++*n;
	  }
    }
  return same;
}

static void
find_nearby (const struct unit *u, struct place *p)
{
  for (size_t i = 0; i < u->nlines; i++)
    if (u->lines[i].number == p->line && strcmp (u->lines[i].file, p->file) == 0)
      {
	size_t n = uses (u, p, i, false), missing;
	if (n == 0 || (p->kind != 'a' && (!alike (u, p, i, &missing) || n != missing)))
	  continue;
	uses (u, p, i, true);
	return;
      }
}

/* Whether the uses in P's statement were found with another address of the same function.  */

static bool
found_with_another (const struct unit *u, const struct place *p)
{
  size_t from, to;
  for (size_t i = 0; i < u->nlines; i++)
    {
      if (u->lines[i].number != p->line || strcmp (u->lines[i].file, p->file) != 0)
	continue;
      statement (u, offset_on_line (u, p, i), &from, &to);
      for (size_t j = 0; j < u->nplaces; j++)
	for (size_t k = 0; k < u->places[j].nfound; k++)
	  if (u->places[j].kind == 'a' && strcmp (u->places[j].name, p->name) == 0
	      && u->places[j].found[k] >= from && u->places[j].found[k] < to)
	    return true;
    }
  return false;
}

bool
cgo_places_find (struct unit *u)
{
  bool good = true;
  for (size_t i = 0; i < u->nplaces; i++)
    find_exactly (u, &u->places[i]);
  for (size_t i = 0; i < u->nplaces; i++)
    {
      struct place *p = &u->places[i];
      if (!p->nfound)
	find_nearby (u, p);
      if (p->nfound || (p->kind == 'a' && found_with_another (u, p)))
	continue;
      fprintf (stderr, "%s:%d:%d: error: which `%s' of this statement is meant cannot be told;"
	       " write one use of it a statement\n", p->file, p->line, p->col, p->name);
      good = false;
    }
  return good;
}
