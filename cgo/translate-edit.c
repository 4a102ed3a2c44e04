/* translate-edit.c - the changes that make a file the goroutine side.

   A C function with a stub, and an exported function, get other names: each token of that
   name, whatever it means at its place, so that the meaning of the file is the same (a
   local variable of the name gets the other one, too).

     Random ()		_cgo_stub_Random ()	the stub
     long square_sum (int n) { ... }		_cgo_body_square_sum: the goroutine code

   Places that the plugin tells of:

     printf ("%d\n", n)		_cgo_stub_printf (...), for these types of arguments
     cgo_go (f, x)		_cgo_stub_go ((void (*) (void)) (f), x)
     p = square_sum		p = _cgo_entry_square_sum, which C can call

   What stands there must be the token that is expected, else it is an error.  And what only
   the plugin understands goes: its attributes and pragmas.  Functions that return what is a
   thread's are no longer const (plugin/pass-const.cc).

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <stdlib.h>
#include <string.h>

static void
add_edit (struct unit *u, size_t offset, size_t remove, const char *text)
{
  u->edits = cgo_more (u->edits, u->nedits, sizeof *u->edits);
  u->edits[u->nedits] = (struct edit) { offset, remove, (char *) text, (int) u->nedits };
  u->nedits++;
}

/* OPEN at FROM, CLOSE at TO.  Where several begin or end at one place they nest: who comes first
   is outside.  */

static void
enclose (struct unit *u, size_t from, size_t to, const char *open, const char *close)
{
  add_edit (u, from, 0, open);
  add_edit (u, to, 0, close);
  u->edits[u->nedits - 1].order = -(int) u->nedits;
}

static int
compare_edits (const void *x, const void *y)
{
  const struct edit *a = x, *b = y;
  return (a->offset > b->offset) - (a->offset < b->offset)
	 ?: (a->remove > b->remove) - (a->remove < b->remove) ?: a->order - b->order;
}

/* ---- Names ---- */

static const char *
new_name (const struct unit *u, size_t pos, size_t end)
{
  for (size_t i = 0; i < u->nrenames; i++)
    if (cgo_token_is (u->text, pos, end, u->renames[i]->name))
      return (u->renames[i]->kind != 'e' ? cgo_stub_name (u->renames[i])
	      : cgo_append (NULL, "_cgo_body_%s", u->renames[i]->stub));
  return NULL;
}

static bool
one_of (const char *text, size_t pos, size_t end, const char *const *words)
{
  for (; *words; words++)
    if (cgo_token_is (text, pos, end, *words))
      return true;
  return false;
}

static const char *const asm_words[] = { "__asm__", "asm", "__asm", NULL };
static const char *const attribute_words[] = { "__attribute__", "__attribute", NULL };
static const char *const cgo_words[]
  = { "__cgo_call__", "__cgo_export__", "__cgo_split__", "cgo_call", "cgo_export", "cgo_split",
      NULL };
static const char *const nosplit_words[] = { "__cgo_nosplit__", "cgo_nosplit", NULL };
static const char *const const_words[] = { "__const__", "const", "__pure__", "pure", NULL };
static const char *const format_words[] = { "format", "__format__", NULL };
static const char *const per_thread[]
  = { "__ctype_b_loc", "__ctype_tolower_loc", "__ctype_toupper_loc", "__errno_location",
      "__h_errno_location", "gettid", "pthread_getspecific", "pthread_self", "sched_getcpu",
      "thrd_current", "tss_get", NULL };

/* Behind the rest of a declarator at POS, behind the parameters of the function it declares:
   `) (int)' where that returns a pointer to a function.  */

static size_t
skip_declarator (const struct unit *u, size_t pos)
{
  size_t at = pos, end;
  while (cgo_token (u->text, u->len, &at, &end) == TOKEN_OTHER && u->text[at] == ')')
    {
      size_t group = at + 1;
      if (cgo_token (u->text, u->len, &group, &end) != TOKEN_OTHER
	  || (u->text[group] != '(' && u->text[group] != '['))
	break;
      at = pos = cgo_token_skip (u->text, u->len, group);
    }
  return pos;
}

/* A declarator `NAME (...) __asm__ ("...")' with another name must not say what symbol it
   is.  POS is behind NAME.  */

static void
drop_label (struct unit *u, size_t pos)
{
  size_t end;
  if (cgo_token (u->text, u->len, &pos, &end) != TOKEN_OTHER || u->text[pos] != '(')
    return;
  end = skip_declarator (u, cgo_token_skip (u->text, u->len, pos));
  for (pos = end; cgo_token (u->text, u->len, &pos, &end) == TOKEN_NAME; pos = end)
    {
      bool label = one_of (u->text, pos, end, asm_words);
      if (!label && !one_of (u->text, pos, end, attribute_words))
	return;
      size_t stop = cgo_token_skip (u->text, u->len, end);
      if (label)
	add_edit (u, pos, stop - pos, "");
      end = stop;
    }
}

/* Behind an attribute's arguments at POS, if there are any.  */

static size_t
skip_arguments (const struct unit *u, size_t pos)
{
  size_t begin = pos, end;
  if (cgo_token (u->text, u->len, &begin, &end) == TOKEN_OTHER && u->text[begin] == '(')
    return cgo_token_skip (u->text, u->len, begin);
  return pos;
}

/* A name inside __attribute__ ((...)); VARY: the declaration is not to be const.  Where what is
   to be done with it ends; 0: nothing is.  */

static size_t
attribute_name (struct unit *u, size_t pos, size_t end, bool vary)
{
  if (one_of (u->text, pos, end, cgo_words))
    {
      size_t stop = skip_arguments (u, end);
      add_edit (u, pos, stop - pos, "");
      return stop;
    }
  if (one_of (u->text, pos, end, nosplit_words))
    add_edit (u, pos, end - pos, "__no_split_stack__");
  else if (vary && one_of (u->text, pos, end, const_words))
    add_edit (u, pos, end - pos, "");
  else if (one_of (u->text, pos, end, format_words))
    return skip_arguments (u, end);
  else
    return 0;
  return end;
}

static bool
edited (const struct unit *u, size_t n, size_t pos)
{
  for (size_t i = 0; i < n; i++)
    if (u->edits[i].offset == pos && u->edits[i].remove)
      return true;
  return false;
}

/* All names.  The first NPLACED edits are those of places.  */

static void
edit_names (struct unit *u, size_t nplaced)
{
  size_t end, attribute = 0;
  bool vary = false;
  enum token t;
  for (size_t pos = 0; (t = cgo_token (u->text, u->len, &pos, &end)) != TOKEN_END; pos = end)
    {
      if (t == TOKEN_OTHER && strchr (";{", u->text[pos]))
	vary = false;
      if (t != TOKEN_NAME)
	continue;
      size_t next = pos < attribute ? attribute_name (u, pos, end, vary) : 0;
      if (next)
	{
	  end = next;
	  continue;
	}
      if (one_of (u->text, pos, end, attribute_words))
	attribute = skip_arguments (u, end);
      vary |= one_of (u->text, pos, end, per_thread);
      const char *to = edited (u, nplaced, pos) ? NULL : new_name (u, pos, end);
      if (to)
	{
	  add_edit (u, pos, end - pos, to);
	  drop_label (u, end);
	}
    }
}

/* `#pragma cgo ...' lines.  */

static void
edit_pragmas (struct unit *u)
{
  for (size_t i = 0; i < u->nlines; i++)
    {
      const char *s = u->text + u->lines[i].offset;
      size_t n = strcspn (s, "\n"), word = strspn (s, " \t");
      if (s[word] == '#' && strncmp (s + word + 1 + strspn (s + word + 1, " \t"), "pragma", 6) == 0
	  && strncmp (strstr (s, "pragma") + 6 + strspn (strstr (s, "pragma") + 6, " \t"), "cgo ",
		      4) == 0)
	add_edit (u, u->lines[i].offset, n, "");
    }
}

/* ---- Places ---- */

struct argument
{
  size_t from, to;
};

/* The arguments of the call whose callee's name ends at POS; *CLOSE is behind it.  */

static struct argument *
arguments (const struct unit *u, size_t pos, size_t *n, size_t *close)
{
  struct argument *list = NULL;
  size_t end;
  *n = 0;
  while (cgo_token (u->text, u->len, &pos, &end) == TOKEN_OTHER && u->text[pos] == ')')
    pos = end;
  *close = cgo_token_skip (u->text, u->len, pos);
  size_t from = pos + 1, p = from;
  for (;; p = end)
    {
      cgo_token (u->text, u->len, &p, &end);
      if (end < *close && strchr ("([{", u->text[p]))
	end = cgo_token_skip (u->text, u->len, p);
      else if (end >= *close || u->text[p] == ',')
	{
	  list = cgo_more (list, *n, sizeof *list);
	  list[(*n)++] = (struct argument) { from, p };
	  from = end;
	  if (end >= *close)
	    return list;
	}
    }
}

/* Between the marks of an argument a structure becomes one of ours.  */

static void
edit_arguments (struct unit *u, const struct function *fn, const struct argument *a, size_t n)
{
  for (size_t i = 0; i < n && i < fn->args.n; i++)
    if (strncmp (fn->args.v[i], "struct", 6) == 0 || strncmp (fn->args.v[i], "union", 5) == 0)
      enclose (u, a[i].from, a[i].to,
		 cgo_append (NULL, "_cgo_as (%s, (", cgo_type_name (fn->args.v[i])), "))");
}

/* A call of a stub that returns a pointer or a structure gets back the type that the call had:
   __typeof__ of the same call without the stub.  */

static void
edit_result (struct unit *u, const struct function *fn, size_t pos, size_t close)
{
  bool record = strncmp (fn->ret, "struct", 6) == 0 || strncmp (fn->ret, "union", 5) == 0;
  if (!record && !strchr (fn->ret, '*'))
    return;
  struct unit bare = *u;
  char *text = NULL;
  size_t size;
  FILE *f = open_memstream (&text, &size);
  bare.edits = NULL;
  bare.nedits = 0;
  bare.text = cgo_append (NULL, "%.*s", (int) (close - pos), u->text + pos);
  bare.len = close - pos;
  edit_names (&bare, 0);
  qsort (bare.edits, bare.nedits, sizeof *bare.edits, compare_edits);
  cgo_text_print (&bare, f, 0, bare.len);
  fclose (f);
  enclose (u, pos, close,
	   cgo_append (NULL, record ? "_cgo_as (__typeof__ (%s), (" : "((__typeof__ (%s)) ", text),
	   record ? "))" : ")");
}

static void
edit_place (struct unit *u, const struct place *p, size_t pos)
{
  size_t n, close, end = pos + strlen (p->name);
  if (p->kind == 'a')
    {
      add_edit (u, pos, end - pos, cgo_append (NULL, "_cgo_entry_%s", p->name));
      return;
    }
  struct argument *a = arguments (u, end, &n, &close);
  if (p->kind == 'g')
    {
      add_edit (u, pos, end - pos, cgo_stub_name (p->fn));
      enclose (u, a[0].from, a[0].to, "(void (*) (void)) (", ")");
      edit_arguments (u, p->fn, a + 1, n - 1);
      return;
    }
  edit_result (u, p->fn, pos, close);
  add_edit (u, pos, end - pos, cgo_stub_name (p->fn));
  edit_arguments (u, p->fn, a, n);
}

bool
cgo_text_translate (struct unit *u)
{
  bool good = cgo_places_find (u);
  for (size_t i = 0; i < u->nplaces; i++)
    for (size_t j = 0; j < u->places[i].nfound; j++)
      edit_place (u, &u->places[i], u->places[i].found[j]);
  edit_names (u, u->nedits);
  edit_pragmas (u);
  qsort (u->edits, u->nedits, sizeof *u->edits, compare_edits);
  return good;
}
