/* mode.cc - the modes of cgo_call: read as the user writes them, kept in one form.

     cgo_call			 CGO_DEFAULT
     cgo_call ("nonblocking")	 CGO_NONBLOCKING	and so on, a row each in the table
     cgo_call ("leaf", BYTES)	 CGO_LEAF with its bytes

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
  { "nonblocking", CGO_NONBLOCKING },
  { "blocking", CGO_BLOCKING },
  { "pin", CGO_PIN },
  { "leaf", CGO_LEAF }
};

static bool
unknown_mode (location_t loc, const char *mode, tree name)
{
  auto_vec<const char *> names;
  for (const mode_row &row : mode_table)
    names.safe_push (row.name);
  const char *nearest = find_closest_string (mode, &names);
  if (nearest)
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

const char *
cgo_mode_name (enum cgo_mode mode)
{
  for (const mode_row &row : mode_table)
    if (row.mode == mode)
      return row.name;
  return "default";
}

bool
cgo_attribute_class (tree node, struct cgo_class *c)
{
  tree type = DECL_P (node) ? TREE_TYPE (node) : node;
  if (!type || type == error_mark_node)
    return false;
  tree attr = lookup_attribute ("cgo_call", TYPE_ATTRIBUTES (type));
  if (!attr)
    return false;
  return cgo_mode_parse (UNKNOWN_LOCATION, TREE_PURPOSE (attr),
			 TREE_VALUE (attr), c);
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
