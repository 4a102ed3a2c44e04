/* attribute.cc - the handlers of cgo_call, cgo_export, cgo_split and cgo_nosplit.

   cgo_call says that a function is C.  It is kept in the attributes of the
   function TYPE, so that a pointer can carry it too: a call through such a
   pointer knows what it calls.  GCC would do the digging from a declaration to
   its function type by itself (function_type_required), but then only warns
   about the attribute on anything else, and code that silently runs C on a
   4 KiB stack is no matter for a warning.  So the handlers take everything and
   dig themselves.

   cgo_export, cgo_split and cgo_nosplit belong to a declaration.

   All are kept under their GNU names, also when written [[cgo::call]], so that
   the rest of the plugin looks for one spelling.  affects_type_identity is
   false: a pointer that says cgo_call takes any function's address, and the
   address of a C function may go where a plain pointer is wanted (its thunk
   does the right thing from there).

   A handler sees one attribute of one declaration; what several say together is
   looked at in declaration.cc.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static location_t
node_location (tree node)
{
  return DECL_P (node) ? DECL_SOURCE_LOCATION (node) : input_location;
}

/* ---- cgo_call ---- */

/* TYPE, or the function type it points to at whatever depth, with cgo_call
   (ARGS) added; null if there is no function in it.  */

static tree
add_call (tree type, tree args)
{
  tree inner;
  switch (TREE_CODE (type))
    {
    case FUNCTION_TYPE:
    case METHOD_TYPE:
      return build_type_attribute_variant
	(type, tree_cons (get_identifier ("cgo_call"), args,
			  remove_attribute ("cgo_call",
					    copy_list
					    (TYPE_ATTRIBUTES (type)))));

    case POINTER_TYPE:
    case REFERENCE_TYPE:
      inner = add_call (TREE_TYPE (type), args);
      if (!inner)
	return NULL_TREE;
      if (TREE_CODE (type) == POINTER_TYPE)
	inner = build_pointer_type_for_mode (inner, TYPE_MODE (type), false);
      else
	inner = build_reference_type_for_mode (inner, TYPE_MODE (type), false);
      return build_qualified_type (inner, TYPE_QUALS (type));

    case ARRAY_TYPE:
      inner = add_call (TREE_TYPE (type), args);
      if (!inner)
	return NULL_TREE;
      return build_array_type (inner, TYPE_DOMAIN (type));

    default:
      return NULL_TREE;
    }
}

tree
cgo_function_in (tree type)
{
  while (TREE_CODE (type) == POINTER_TYPE || TREE_CODE (type) == REFERENCE_TYPE
	 || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  return FUNC_OR_METHOD_TYPE_P (type) ? type : NULL_TREE;
}

/* A type that means something only in a C++ template: it may turn out to be
   anything.  */

static bool
dependent_p (tree type)
{
  return TREE_CODE (type) > LAST_AND_UNUSED_TREE_CODE;
}

static bool
differs_from (tree type, const struct cgo_class *c, location_t loc, tree name)
{
  struct cgo_class old;
  if (!cgo_attribute_class (type, &old)
      || (old.mode == c->mode && old.leaf == c->leaf))
    return false;
  cgo_report (loc, CGO_MSG_CALL_TWICE, name, cgo_mode_name (old.mode),
	      cgo_mode_name (c->mode));
  return true;
}

static tree
handle_call (tree *node, tree name, tree args, int flags, bool *no_add)
{
  *no_add = true;
  location_t loc = node_location (*node);
  tree *slot = DECL_P (*node) ? &TREE_TYPE (*node) : node;
  if (*slot == error_mark_node || dependent_p (*slot))
    return NULL_TREE;

  tree fntype = cgo_function_in (*slot);
  if (!fntype && !DECL_P (*node)
      && (flags & (ATTR_FLAG_FUNCTION_NEXT | ATTR_FLAG_DECL_NEXT
		   | ATTR_FLAG_ARRAY_NEXT)))
    /* In the middle of a declarator: to be tried again further out.  */
    return tree_cons (name, args, NULL_TREE);
  if (!fntype)
    {
      if (DECL_P (*node))
	cgo_report (loc, CGO_MSG_CALL_NOT_FUNCTION, name, *node);
      else
	cgo_report (loc, CGO_MSG_CALL_NOT_FUNCTION_TYPE, name, *slot);
      return NULL_TREE;
    }

  struct cgo_class c;
  if (cgo_mode_parse (loc, name, args, &c) && !differs_from (fntype, &c, loc, name))
    *slot = add_call (*slot, cgo_mode_args (&c));
  return NULL_TREE;
}

/* Declarations merge their types' attributes, and with them both modes where they differ.
   The type stays as it is (the C front end would put it back); mode.cc chooses.  */

void
cgo_attribute_merged (tree fndecl)
{
  static hash_set<int_hash<unsigned, 0>> told;	/* DECL_UIDs */
  tree first = lookup_attribute ("cgo_call",
				 TYPE_ATTRIBUTES (TREE_TYPE (fndecl)));
  tree second = first ? lookup_attribute ("cgo_call", TREE_CHAIN (first))
		: NULL_TREE;
  struct cgo_class a, b, c;
  location_t loc = DECL_SOURCE_LOCATION (fndecl);
  if (!second || told.add (DECL_UID (fndecl))
      || !cgo_mode_parse (loc, TREE_PURPOSE (first), TREE_VALUE (first), &a)
      || !cgo_mode_parse (loc, TREE_PURPOSE (second), TREE_VALUE (second), &b)
      || !cgo_attribute_class (fndecl, &c))
    return;
  cgo_report (loc, CGO_MSG_CALL_REDECLARED, fndecl, cgo_mode_name (a.mode),
	      cgo_mode_name (b.mode), cgo_mode_name (c.mode));
}

/* ---- cgo_export, cgo_split, cgo_nosplit ---- */

/* Adds the attribute GNU_NAME with ARGS to the function *NODE; the user wrote it as
   NAME.  */

static tree
handle_function (tree *node, tree name, tree args, int flags, bool *no_add,
		 const char *gnu_name)
{
  *no_add = true;
  if (!DECL_P (*node))
    {
      if (flags & (ATTR_FLAG_FUNCTION_NEXT | ATTR_FLAG_DECL_NEXT
		   | ATTR_FLAG_ARRAY_NEXT))
	return tree_cons (name, args, NULL_TREE);
      cgo_report (input_location, CGO_MSG_NOT_FUNCTION_TYPE, name, *node);
    }
  else if (TREE_CODE (*node) != FUNCTION_DECL)
    cgo_report (node_location (*node), CGO_MSG_NOT_FUNCTION, name, *node);
  else if (args || !lookup_attribute (gnu_name, DECL_ATTRIBUTES (*node)))
    DECL_ATTRIBUTES (*node) = tree_cons (get_identifier (gnu_name), args,
					 DECL_ATTRIBUTES (*node));
  return NULL_TREE;
}

static tree
handle_export (tree *node, tree name, tree args, int flags, bool *no_add)
{
  if (args && !cgo_export_name_p (TREE_VALUE (args)))
    {
      cgo_report (input_location, CGO_MSG_EXPORT_NAME, name, TREE_VALUE (args));
      args = NULL_TREE;
    }
  return handle_function (node, name, args, flags, no_add, "cgo_export");
}

static tree
handle_split (tree *node, tree name, tree, int flags, bool *no_add)
{
  return handle_function (node, name, NULL_TREE, flags, no_add, "cgo_split");
}

static tree
handle_nosplit (tree *node, tree name, tree, int flags, bool *no_add)
{
  return handle_function (node, name, NULL_TREE, flags, no_add, "cgo_nosplit");
}

/* ---- Registration ---- */

/* name, arguments from, to, declaration, type, function type required, type
   identity, handler, exclusions.  */
static const struct attribute_spec gnu_table[] =
{
  { "cgo_call", 0, 2, false, false, false, false, handle_call, NULL },
  { "cgo_export", 0, 1, false, false, false, false, handle_export, NULL },
  { "cgo_split", 0, 0, false, false, false, false, handle_split, NULL },
  { "cgo_nosplit", 0, 0, false, false, false, false, handle_nosplit, NULL }
};

static const struct attribute_spec scoped_table[] =
{
  { "call", 0, 2, false, false, false, false, handle_call, NULL },
  { "export", 0, 1, false, false, false, false, handle_export, NULL },
  { "split", 0, 0, false, false, false, false, handle_split, NULL },
  { "nosplit", 0, 0, false, false, false, false, handle_nosplit, NULL },
  { NULL, 0, 0, false, false, false, false, NULL, NULL }
};

void
cgo_attributes_init (void)
{
  for (const attribute_spec &spec : gnu_table)
    register_attribute (&spec);
  register_scoped_attributes (scoped_table, "cgo", false);
}
