/* mode.cc - the modes of cgo_call: read as the user writes them, kept in one form.

     cgo_call			 CGO_DEFAULT
     cgo_call ("nonblocking")	 CGO_NONBLOCKING	and so on, a row each in the table
     cgo_call ("leaf", BYTES)	 CGO_LEAF with its bytes

   Pragmas, list files and options say the same in words, `nonblocking' and `leaf 64'.

   What an attribute says is read here, complaints included, into a cgo_class; what is
   kept in the type is made from that, and read back by the same parser, which then
   finds nothing to complain about.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

/* The argument of cgo_call.  */
static const struct mode_row
{
  const char *name;
  enum cgo_mode mode;
} mode_table[] =
{
  { "default", CGO_DEFAULT },
  { "nonblocking", CGO_NONBLOCKING },
  { "blocking", CGO_BLOCKING },
  { "pin", CGO_PIN },
  { "leaf", CGO_LEAF }
};

static const char *
nearest_mode (const char *mode)
{
  auto_vec<const char *> names;
  for (const mode_row &row : mode_table)
    names.safe_push (row.name);
  return find_closest_string (mode, &names);
}

static bool
unknown_mode (location_t loc, const char *mode, tree name)
{
  if (const char *nearest = nearest_mode (mode))
    cgo_report (loc, CGO_MSG_CALL_MODE_MISSPELT, mode, name, nearest);
  else
    cgo_report (loc, CGO_MSG_CALL_MODE_UNKNOWN, mode, name);
  return false;
}

/* The bytes of ("leaf", BYTES); ARG is the argument list after "leaf".  */

static bool
parse_leaf (location_t loc, tree name, tree arg, int *bytes)
{
  if (!arg)
    {
      cgo_report (loc, CGO_MSG_CALL_LEAF_MISSING, name);
      return false;
    }
  tree value = TREE_VALUE (arg);
  if (value && TREE_CODE (value) != INTEGER_CST && TREE_CODE (value) != IDENTIFIER_NODE
      && TREE_CODE (value) != FUNCTION_DECL && !error_operand_p (value))
    value = fold (default_conversion (value));
  if (!value || TREE_CODE (value) != INTEGER_CST)
    {
      cgo_report (loc, CGO_MSG_CALL_LEAF_CONSTANT, name);
      return false;
    }
  if (!tree_fits_shwi_p (value) || tree_to_shwi (value) < 1
      || tree_to_shwi (value) > CGO_ELIDED)
    {
      cgo_report (loc, CGO_MSG_CALL_LEAF_RANGE, name, CGO_ELIDED);
      return false;
    }
  *bytes = tree_to_shwi (value);
  return true;
}

bool
cgo_mode_parse (location_t loc, tree name, tree args, struct cgo_class *c)
{
  c->mode = CGO_DEFAULT;
  c->leaf = 0;
  c->own = false;
  c->marked = false;
  c->why = "attribute";
  c->named = c->implicit = false;
  if (!args)
    return true;

  tree mode = TREE_VALUE (args);
  if (!mode || TREE_CODE (mode) != STRING_CST)
    {
      cgo_report (loc, CGO_MSG_CALL_MODE_STRING, name);
      return false;
    }
  for (const mode_row &row : mode_table)
    if (!strcmp (TREE_STRING_POINTER (mode), row.name))
      {
	c->mode = row.mode;
	if (row.mode == CGO_LEAF)
	  return parse_leaf (loc, name, TREE_CHAIN (args), &c->leaf);
	if (TREE_CHAIN (args))
	  {
	    cgo_report (loc, CGO_MSG_CALL_EXTRA, row.name, name);
	    return false;
	  }
	return true;
      }
  return unknown_mode (loc, TREE_STRING_POINTER (mode), name);
}

/* ---- The same in words ---- */

static bool
leaf_words (location_t loc, const char *where, const char *bytes, struct cgo_class *c)
{
  char *end;
  if (!bytes)
    return !cgo_report (loc, CGO_MSG_WORDS_LEAF, where, CGO_ELIDED);
  unsigned long n = strtoul (bytes, &end, 10);
  if (!ISDIGIT (*bytes) || *end || n < 1 || n > CGO_ELIDED)
    return !cgo_report (loc, CGO_MSG_WORDS_RANGE, where, CGO_ELIDED, bytes);
  c->leaf = n;
  return true;
}

bool
cgo_mode_words (location_t loc, const char *where, const char *mode, const char *bytes,
		struct cgo_class *c)
{
  c->mode = CGO_DEFAULT;
  c->leaf = 0;
  c->own = c->marked = false;
  c->named = true;
  c->implicit = false;
  if (!mode)
    return true;
  for (const mode_row &row : mode_table)
    if (!strcmp (mode, row.name))
      {
	c->mode = row.mode;
	if (row.mode == CGO_LEAF)
	  return leaf_words (loc, where, bytes, c);
	return !bytes || !cgo_report (loc, CGO_MSG_WORDS_BYTES, where, mode, bytes);
      }
  if (const char *nearest = nearest_mode (mode))
    return !cgo_report (loc, CGO_MSG_WORDS_MISSPELT, where, mode, nearest);
  return !cgo_report (loc, CGO_MSG_WORDS_MODE, where, mode);
}

/* The order in which a wrong mode does harm: C in place that needs more stack than it
   says, C that waits with the processor, C that needs its thread again.  Of the modes that
   give the processor away, the one that sees whether C waits.  */

static int
care (enum cgo_mode mode)
{
  static const enum cgo_mode order[] =
    { CGO_LEAF, CGO_NONBLOCKING, CGO_BLOCKING, CGO_DEFAULT, CGO_PIN };
  for (unsigned i = 0; i < ARRAY_SIZE (order); i++)
    if (order[i] == mode)
      return i;
  gcc_unreachable ();
}

bool
cgo_mode_safer_p (const struct cgo_class *a, const struct cgo_class *b)
{
  return care (a->mode) > care (b->mode) || (a->mode == b->mode && a->leaf > b->leaf);
}

const char *
cgo_mode_name (enum cgo_mode mode)
{
  for (const mode_row &row : mode_table)
    if (row.mode == mode)
      return row.name;
  gcc_unreachable ();
}

/* Declarations that were merged leave the attributes of each; the safest holds, whatever
   their order: a library's header and the user's may be included in either.  */

bool
cgo_attribute_class (tree node, struct cgo_class *c)
{
  tree type = DECL_P (node) ? TREE_TYPE (node) : node;
  if (!type || type == error_mark_node)
    return false;
  bool found = false;
  for (tree attr = lookup_attribute ("cgo_call", TYPE_ATTRIBUTES (type)); attr;
       attr = lookup_attribute ("cgo_call", TREE_CHAIN (attr)))
    {
      struct cgo_class one;
      if (!cgo_mode_parse (UNKNOWN_LOCATION, TREE_PURPOSE (attr), TREE_VALUE (attr), &one))
	continue;
      if (!found || cgo_mode_safer_p (&one, c))
	*c = one;
      found = true;
    }
  return found;
}

tree
cgo_mode_args (const struct cgo_class *c)
{
  if (c->mode == CGO_DEFAULT)
    return NULL_TREE;
  const char *name = cgo_mode_name (c->mode);
  tree args = NULL_TREE;
  if (c->mode == CGO_LEAF)
    args = build_tree_list (NULL_TREE,
			    build_int_cst (integer_type_node, c->leaf));
  return tree_cons (NULL_TREE, build_string (strlen (name) + 1, name), args);
}
