/* translate-dump.c - reads the records of the plugin (plugin/translate.cc has their form).

   Functions of all files of a run are one list: two files that call printf with the same types
   share the stub.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <stdlib.h>
#include <string.h>

struct type *cgo_types;
size_t cgo_ntypes;
struct function **cgo_functions;
size_t cgo_nfunctions;

/* ---- Types ---- */

const struct type *
cgo_type_find (const char *words)
{
  for (size_t i = 0; i < cgo_ntypes; i++)
    if (strcmp (cgo_types[i].words, words) == 0)
      return &cgo_types[i];
  return NULL;
}

const char *
cgo_type_name (const char *words)
{
  const struct type *t = cgo_type_find (words);
  return t ? t->name : words;
}

static void
read_type (const struct strings *f)
{
  if (f->n < 4 || cgo_type_find (f->v[1]))
    return;
  cgo_types = cgo_more (cgo_types, cgo_ntypes, sizeof *cgo_types);
  struct type *t = &cgo_types[cgo_ntypes++];
  *t = (struct type) { .words = f->v[1], .size = atol (f->v[2]), .align = atol (f->v[3]) };
  t->name = cgo_append (NULL, "_cgo_t%zu", cgo_ntypes);
  for (size_t i = 4; i < f->n; i++)
    cgo_add (&t->members, f->v[i]);
}

/* ---- Functions ---- */

static bool
same_args (const struct function *a, const struct function *b)
{
  if (a->args.n != b->args.n || a->fixed != b->fixed || strcmp (a->ret, b->ret) != 0)
    return false;
  for (size_t i = 0; i < a->args.n; i++)
    if (strcmp (a->args.v[i], b->args.v[i]) != 0)
      return false;
  return true;
}

static bool
same (const struct function *a, const struct function *b)
{
  return (a->kind == b->kind && a->kind != 'e' && same_args (a, b)
	  && (a->kind == 'g' || (strcmp (a->name, b->name) == 0
				 && strcmp (a->asmname, b->asmname) == 0
				 && strcmp (a->mode, b->mode) == 0)));
}

/* The function of the list that is FN, which is added if there is none.  */

static struct function *
share (struct function *fn)
{
  for (size_t i = 0; i < cgo_nfunctions; i++)
    if (same (cgo_functions[i], fn))
      return cgo_functions[i];
  fn->stub = cgo_make_stub (fn);
  cgo_functions = cgo_more (cgo_functions, cgo_nfunctions, sizeof *cgo_functions);
  cgo_functions[cgo_nfunctions++] = fn;
  return fn;
}

/* The types of record F from field I on: the result, the arguments.  */

static void
read_types (struct function *fn, const struct strings *f, size_t i)
{
  fn->ret = f->v[i++];
  for (; i < f->n; i++)
    cgo_add (&fn->args, f->v[i]);
}

static void
read_rename (struct unit *u, const struct strings *f)
{
  struct function *fn = cgo_alloc (1, sizeof *fn);
  fn->kind = f->v[0][0];
  fn->name = f->v[1];
  fn->asmname = f->v[2];
  fn->fixed = -2;
  fn->unit = u;
  if (fn->kind == 'e')
    fn->is_static = strcmp (f->v[3], "static") == 0;
  else
    fn->mode = f->v[3];
  read_types (fn, f, 4);
  u->renames = cgo_more (u->renames, u->nrenames, sizeof *u->renames);
  u->renames[u->nrenames++] = share (fn);
}

static void
read_place (struct unit *u, const struct strings *f)
{
  struct place p = { .kind = f->v[0][0], .line = atoi (f->v[1]), .col = atoi (f->v[2]),
		     .file = f->v[3] };
  if (p.kind == 'a')
    p.name = f->v[4];
  else
    {
      struct function *fn = cgo_alloc (1, sizeof *fn);
      p.name = "cgo_go";
      fn->kind = p.kind;
      fn->unit = u;
      if (p.kind == 'v')
	{
	  p.name = fn->name = f->v[4];
	  fn->asmname = f->v[5];
	  fn->mode = f->v[6];
	}
      size_t i = p.kind == 'v' ? 7 : 4;
      fn->fixed = atoi (f->v[i]);
      read_types (fn, f, i + 1);
      p.fn = share (fn);
    }
  u->places = cgo_more (u->places, u->nplaces, sizeof *u->places);
  u->places[u->nplaces++] = p;
}

static void
read_record (struct unit *u, const struct strings *f)
{
  switch (f->v[0][0])
    {
    case 't':
      read_type (f);
      break;
    case 'f':
    case 'e':
      read_rename (u, f);
      break;
    case 'v':
    case 'g':
    case 'a':
      read_place (u, f);
      break;
    case 'm':
      u->has_main = true;
      break;
    case 'd':
      cgo_add (&u->defines, f->v[1]);
      break;
    case 'n':
      cgo_add (&u->needs, f->v[1]);
      break;
    }
}

void
cgo_dump_read (struct unit *u, const char *path)
{
  char *text = cgo_read (path), *line;
  while ((line = strsep (&text, "\n")))
    {
      struct strings f = { NULL, 0 };
      char *field;
      while ((field = strsep (&line, "\t")))
	cgo_add (&f, field);
      if (f.v[0][0])
	read_record (u, &f);
    }
}
