/* attribute.cc - the attributes, and what is looked at in each declaration.

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

static location_t
node_location (tree node)
{
  return DECL_P (node) ? DECL_SOURCE_LOCATION (node) : input_location;
}

/* ---- cgo_call ---- */

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
  if (value && TREE_CODE (value) != IDENTIFIER_NODE
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

/* Reads the arguments of cgo_call, as written by the user or as kept in a type
   (then there is nothing left to complain about).  */

static bool
parse_call (location_t loc, tree name, tree args, struct cgo_class *c)
{
  c->mode = CGO_DEFAULT;
  c->leaf = 0;
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

static const char *
call_mode_name (enum cgo_mode mode)
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
  return parse_call (UNKNOWN_LOCATION, TREE_PURPOSE (attr), TREE_VALUE (attr),
		     c);
}

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

/* The function type in TYPE, or null.  */

static tree
function_in (tree type)
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
  cgo_report (loc, CGO_MSG_CALL_TWICE, name, call_mode_name (old.mode),
	      call_mode_name (c->mode));
  return true;
}

/* What the runtime's mode is in, in one form: (), ("mode") or ("leaf", N).  */

static tree
call_args (const struct cgo_class *c)
{
  if (c->mode == CGO_DEFAULT)
    return NULL_TREE;
  const char *name = call_mode_name (c->mode);
  tree args = NULL_TREE;
  if (c->mode == CGO_LEAF)
    args = build_tree_list (NULL_TREE,
			    build_int_cst (integer_type_node, c->leaf));
  return tree_cons (NULL_TREE, build_string (strlen (name) + 1, name), args);
}

static tree
handle_call (tree *node, tree name, tree args, int flags, bool *no_add)
{
  *no_add = true;
  location_t loc = node_location (*node);
  tree *slot = DECL_P (*node) ? &TREE_TYPE (*node) : node;
  if (*slot == error_mark_node || dependent_p (*slot))
    return NULL_TREE;

  tree fntype = function_in (*slot);
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
  if (parse_call (loc, name, args, &c) && !differs_from (fntype, &c, loc, name))
    *slot = add_call (*slot, call_args (&c));
  return NULL_TREE;
}

/* ---- cgo_export, cgo_split, cgo_nosplit ---- */

/* Adds the attribute GNU_NAME to the function *NODE; the user wrote it as
   NAME.  */

static tree
handle_function (tree *node, tree name, int flags, bool *no_add,
		 const char *gnu_name)
{
  *no_add = true;
  if (!DECL_P (*node))
    {
      if (flags & (ATTR_FLAG_FUNCTION_NEXT | ATTR_FLAG_DECL_NEXT
		   | ATTR_FLAG_ARRAY_NEXT))
	return tree_cons (name, NULL_TREE, NULL_TREE);
      cgo_report (input_location, CGO_MSG_NOT_FUNCTION_TYPE, name, *node);
    }
  else if (TREE_CODE (*node) != FUNCTION_DECL)
    cgo_report (node_location (*node), CGO_MSG_NOT_FUNCTION, name, *node);
  else if (!lookup_attribute (gnu_name, DECL_ATTRIBUTES (*node)))
    DECL_ATTRIBUTES (*node) = tree_cons (get_identifier (gnu_name), NULL_TREE,
					 DECL_ATTRIBUTES (*node));
  return NULL_TREE;
}

static tree
handle_export (tree *node, tree name, tree, int flags, bool *no_add)
{
  return handle_function (node, name, flags, no_add, "cgo_export");
}

static tree
handle_split (tree *node, tree name, tree, int flags, bool *no_add)
{
  return handle_function (node, name, flags, no_add, "cgo_split");
}

static tree
handle_nosplit (tree *node, tree name, tree, int flags, bool *no_add)
{
  return handle_function (node, name, flags, no_add, "cgo_nosplit");
}

static bool
has_attribute_p (tree fndecl, const char *name)
{
  return lookup_attribute (name, DECL_ATTRIBUTES (fndecl)) != NULL_TREE;
}

static bool
main_p (tree fndecl)
{
  return (DECL_NAME (fndecl) && MAIN_NAME_P (DECL_NAME (fndecl))
	  && DECL_FILE_SCOPE_P (fndecl) && TREE_PUBLIC (fndecl));
}

bool
cgo_exported_p (tree fndecl)
{
  return has_attribute_p (fndecl, "cgo_export") && !main_p (fndecl);
}

bool
cgo_nosplit_p (tree fndecl)
{
  static const char *const names[] =
    { "cgo_nosplit", "no_split_stack", "naked", "ifunc", "interrupt",
      "no_caller_saved_registers" };
  for (const char *name : names)
    if (has_attribute_p (fndecl, name)
	|| lookup_attribute (name, TYPE_ATTRIBUTES (TREE_TYPE (fndecl))))
      return true;
  struct cgo_class c;
  if (cgo_attribute_class (fndecl, &c))
    return true;
  /* A resolver runs while the program is being relocated, on the stack of the
     thread that does it.  */
  cgraph_node *node = cgraph_node::get (fndecl);
  ipa_ref *ref;
  if (node)
    for (unsigned i = 0; node->iterate_direct_aliases (i, ref); i++)
      if (dyn_cast <cgraph_node *> (ref->referring)
	  && dyn_cast <cgraph_node *> (ref->referring)->ifunc_resolver)
	return true;
  return false;
}

/* ---- What attributes do not say to each other ---- */

/* Takes the attribute away, so that what is wrong is said once.  */

static void
drop_attribute (tree fndecl, const char *name)
{
  DECL_ATTRIBUTES (fndecl)
    = remove_attribute (name, DECL_ATTRIBUTES (fndecl));
}

static void
check_export (tree fndecl)
{
  location_t loc = DECL_SOURCE_LOCATION (fndecl);
  struct cgo_class c;
  enum cgo_message wrong = CGO_MSG_COUNT;
  if (DECL_NAME (fndecl) && MAIN_NAME_P (DECL_NAME (fndecl))
      && DECL_FILE_SCOPE_P (fndecl))
    wrong = CGO_MSG_EXPORT_MAIN;
  else if (stdarg_p (TREE_TYPE (fndecl)))
    wrong = CGO_MSG_EXPORT_VARIADIC;
  else if (decl_function_context (fndecl) && DECL_INITIAL (fndecl))
    wrong = CGO_MSG_EXPORT_NESTED;
  else if (DECL_DECLARED_INLINE_P (fndecl) && TREE_PUBLIC (fndecl))
    wrong = CGO_MSG_EXPORT_INLINE;
  else if (cgo_attribute_class (fndecl, &c))
    wrong = CGO_MSG_CALL_AND_EXPORT;
  if (wrong == CGO_MSG_COUNT)
    return;
  cgo_report (loc, wrong, fndecl);
  drop_attribute (fndecl, "cgo_export");
}

/* Declarations merge their types' attributes, and with them both modes where
   they differ.  */

static void
check_modes (tree fndecl)
{
  tree first = lookup_attribute ("cgo_call",
				 TYPE_ATTRIBUTES (TREE_TYPE (fndecl)));
  tree second = lookup_attribute ("cgo_call", TREE_CHAIN (first));
  if (!second)
    return;
  struct cgo_class old, c;
  location_t loc = DECL_SOURCE_LOCATION (fndecl);
  if (parse_call (loc, TREE_PURPOSE (second), TREE_VALUE (second), &old)
      && parse_call (loc, TREE_PURPOSE (first), TREE_VALUE (first), &c))
    cgo_report (loc, CGO_MSG_CALL_TWICE, TREE_PURPOSE (first),
		call_mode_name (old.mode), call_mode_name (c.mode));
  TREE_TYPE (fndecl) = add_call (TREE_TYPE (fndecl), TREE_VALUE (first));
}

/* FNDECL as it stands after a declaration or a definition was merged into
   it.  */

static void
check_function (tree fndecl)
{
  if (has_attribute_p (fndecl, "cgo_export"))
    check_export (fndecl);
  struct cgo_class c;
  if (!cgo_attribute_class (fndecl, &c))
    return;
  check_modes (fndecl);
  if (has_attribute_p (fndecl, "cgo_split"))
    {
      cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_CALL_AND_SPLIT,
		  fndecl);
      drop_attribute (fndecl, "cgo_split");
    }
  if (main_p (fndecl) && DECL_INITIAL (fndecl))
    cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_CALL_MAIN);
}

/* PLUGIN_FINISH_DECL: every declaration, functions and all.  */

static void
finish_decl (void *event, void *)
{
  tree decl = (tree) event;
  if (!decl || TREE_CODE (decl) != FUNCTION_DECL
      || TREE_TYPE (decl) == error_mark_node)
    return;
  check_function (decl);
  cgo_const_decl (decl);
  cgo_go_decl (decl);
}

/* FNDECL has its body.  If it is cgo_call the body is C that happens to stand
   here: it must not be inlined into goroutine code, nor its registers be counted
   on, for the call goes through a thunk.  */

static void
finish_body (tree fndecl)
{
  check_function (fndecl);
  struct cgo_class c;
  if (!cgo_attribute_class (fndecl, &c))
    return;
  DECL_UNINLINABLE (fndecl) = 1;
  for (const char *name : { "no_icf", "noclone", "noinline", "noipa" })
    if (!has_attribute_p (fndecl, name))
      DECL_ATTRIBUTES (fndecl) = tree_cons (get_identifier (name), NULL_TREE,
					    DECL_ATTRIBUTES (fndecl));
}

/* PLUGIN_PRE_GENERICIZE comes for every function but C's nested ones.  */

static void
pre_genericize (void *event, void *)
{
  finish_body ((tree) event);
}

/* PLUGIN_FINISH_PARSE_FUNCTION comes for these, and in C++ for templates.  */

static void
finish_parse (void *event, void *)
{
  tree fndecl = (tree) event;
  if (fndecl && !c_dialect_cxx () && decl_function_context (fndecl))
    finish_body (fndecl);
}

void
cgo_register_tree_callbacks (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_FINISH_DECL, finish_decl, NULL);
  register_callback (plugin_name, PLUGIN_PRE_GENERICIZE, pre_genericize, NULL);
  register_callback (plugin_name, PLUGIN_FINISH_PARSE_FUNCTION, finish_parse,
		     NULL);
  cgo_go_init (plugin_name);
  cgo_const_init (plugin_name);
  cgo_rename_init (plugin_name);
  cgo_address_init (plugin_name);
}

/* ---- Registration ---- */

/* name, arguments from, to, declaration, type, function type required, type
   identity, handler, exclusions.  */
static const struct attribute_spec gnu_table[] =
{
  { "cgo_call", 0, 2, false, false, false, false, handle_call, NULL },
  { "cgo_export", 0, 0, false, false, false, false, handle_export, NULL },
  { "cgo_split", 0, 0, false, false, false, false, handle_split, NULL },
  { "cgo_nosplit", 0, 0, false, false, false, false, handle_nosplit, NULL }
};

static const struct attribute_spec scoped_table[] =
{
  { "call", 0, 2, false, false, false, false, handle_call, NULL },
  { "export", 0, 0, false, false, false, false, handle_export, NULL },
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
