/* pass-go.cc - typed cgo_go (fn, args...).

   The arguments must be checked against fn's prototype and converted as in a
   call of fn.  The front end can do exactly that, in its own words, if it is
   asked while it still has the user's expressions; the door to it is the one
   that target builtins with overloads use (targetm.resolve_overloaded_builtin),
   which C and C++ call with the raw arguments.  So the declaration of cgo_go
   in cgo/go.h is made a target builtin when it is read, and each call

       cgo_go (fn, a, b)

   becomes, before anything was promoted,

       request (a', b')  with static chain fn

   where request is a declaration of CGO_REQUEST_GO with fn's parameters and
   result int, and a', b' are what the front end made of the arguments.  The
   static chain keeps fn beside the arguments through all of GIMPLE and lands
   in r10; the back half then gives the call its real target, __cgo_go.N.

   Rejected: a variadic function checked in PLUGIN_PRE_GENERICIZE.  There the
   default promotions have happened, null pointer constants are plain zeros, and
   every conversion rule of two languages would have to be written again.

   Debugging: -fdump-tree-original shows the request call with `[static-chain:
   fn]'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* The function code cgo_go gets as a target builtin; far above GCC's own.  */
static const unsigned CGO_GO_CODE = 0xffff;

static tree (*chained_resolve) (location_t, tree, void *);

bool
cgo_go_p (tree fndecl)
{
  return (fndecl_built_in_p (fndecl, BUILT_IN_MD)
	  && DECL_MD_FUNCTION_CODE (fndecl) == CGO_GO_CODE);
}

/* FNDECL has just been declared; if it is cgo_go of cgo/go.h, take it over.  */

void
cgo_go_decl (tree fndecl)
{
  if (DECL_NAME (fndecl) && id_equal (DECL_NAME (fndecl), "cgo_go")
      && DECL_FILE_SCOPE_P (fndecl) && DECL_EXTERNAL (fndecl)
      && lookup_attribute ("cgo_split", DECL_ATTRIBUTES (fndecl)))
    set_decl_built_in_function (fndecl, BUILT_IN_MD, CGO_GO_CODE);
}

tree
cgo_request_decl (const char *name, tree fntype)
{
  tree decl = build_fn_decl (name, fntype);
  SET_DECL_ASSEMBLER_NAME (decl, get_identifier (name));
  DECL_STATIC_CHAIN (decl) = 1;
  return decl;
}

/* A request for a goroutine that runs FN (a FUNCTION_DECL or null).  It is a
   copy of cgo_go's declaration, for the front end keeps things of its own in
   declarations, and it bears the name and place of FN for messages.  */

static tree
go_request (tree cgo_go, tree fn, tree fntype)
{
  tree decl = copy_node (cgo_go);
  set_decl_built_in_function (decl, NOT_BUILT_IN, 0);
  TREE_TYPE (decl) = build_function_type (integer_type_node,
					  TYPE_ARG_TYPES (fntype));
  if (fn)
    {
      DECL_NAME (decl) = DECL_NAME (fn);
      DECL_ARGUMENTS (decl) = DECL_ARGUMENTS (fn);
      DECL_SOURCE_LOCATION (decl) = DECL_SOURCE_LOCATION (fn);
    }
  SET_DECL_ASSEMBLER_NAME (decl, get_identifier (CGO_REQUEST_GO));
  DECL_STATIC_CHAIN (decl) = 1;
  DECL_ARTIFICIAL (decl) = 1;
  TREE_NOTHROW (decl) = 1;
  TREE_USED (decl) = 1;
  return decl;
}

/* The FUNCTION_DECL that expression FN names, or null.  */

static tree
named_function (tree fn)
{
  STRIP_NOPS (fn);
  if (TREE_CODE (fn) == ADDR_EXPR)
    fn = TREE_OPERAND (fn, 0);
  return TREE_CODE (fn) == FUNCTION_DECL ? fn : NULL_TREE;
}

/* A vector above 16 bytes anywhere in TYPE: it would travel in a register that
   __cgo_newproc does not capture in full.  */

static bool
wide_vector_p (tree type)
{
  if (VECTOR_TYPE_P (type))
    return !tree_fits_uhwi_p (TYPE_SIZE_UNIT (type))
	   || tree_to_uhwi (TYPE_SIZE_UNIT (type)) > 16;
  if (TREE_CODE (type) == ARRAY_TYPE)
    return wide_vector_p (TREE_TYPE (type));
  if (RECORD_OR_UNION_TYPE_P (type))
    for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
      if (TREE_CODE (field) == FIELD_DECL && wide_vector_p (TREE_TYPE (field)))
	return true;
  return false;
}

/* Whether the parameters of FNTYPE can be handed to a new goroutine.  NAME is
   what messages call the function.  */

static bool
check_parameters (location_t loc, tree fntype, tree name)
{
  int number = 1;
  for (tree p = TYPE_ARG_TYPES (fntype); p && p != void_list_node;
       p = TREE_CHAIN (p), number++)
    {
      tree type = TREE_VALUE (p);
      if (TREE_CODE (type) == REFERENCE_TYPE || TREE_ADDRESSABLE (type))
	{
	  cgo_report (loc, CGO_MSG_GO_REFERENCE, number, name, type);
	  return false;
	}
      if (wide_vector_p (type))
	{
	  cgo_report (loc, CGO_MSG_GO_VECTOR, number, name, type);
	  return false;
	}
    }
  return true;
}

/* GIVEN arguments against the prototype.  */

static bool
check_count (location_t loc, tree fntype, tree name, int given)
{
  if (!prototype_p (fntype))
    {
      if (given == 0)
	return true;
      cgo_report (loc, CGO_MSG_GO_UNPROTOTYPED, name);
      return false;
    }
  int wanted = type_num_arguments (fntype);
  if (given < wanted)
    cgo_report (loc, CGO_MSG_GO_TOO_FEW, name, wanted, given);
  else if (given > wanted && !stdarg_p (fntype))
    cgo_report (loc, CGO_MSG_GO_TOO_MANY, name, wanted, given);
  else
    return true;
  return false;
}

/* The type of the function to start, or null after an error.  */

static tree
check_function (location_t loc, tree fn, tree fndecl, tree name)
{
  tree type = TREE_TYPE (fn);
  if (POINTER_TYPE_P (type))
    type = TREE_TYPE (type);
  if (TREE_CODE (type) != FUNCTION_TYPE)
    {
      cgo_report (loc, CGO_MSG_GO_NOT_FUNCTION, TREE_TYPE (fn));
      return NULL_TREE;
    }
  struct cgo_class c;
  if (!fndecl && cgo_attribute_class (type, &c))
    {
      cgo_report (loc, CGO_MSG_GO_CALL_POINTER, name);
      return NULL_TREE;
    }
  if (fndecl && !c_dialect_cxx () && !DECL_EXTERNAL (fndecl)
      && decl_function_context (fndecl))
    {
      cgo_report (loc, CGO_MSG_GO_NESTED, fndecl);
      return NULL_TREE;
    }
  for (const char *convention : { "ms_abi", "no_caller_saved_registers" })
    if (lookup_attribute (convention, TYPE_ATTRIBUTES (type)))
      {
	cgo_report (loc, CGO_MSG_GO_CONVENTION, name, convention);
	return NULL_TREE;
      }
  if (aggregate_value_p (TREE_TYPE (type), type))
    {
      cgo_report (loc, CGO_MSG_GO_MEMORY_RESULT, name, TREE_TYPE (type));
      return NULL_TREE;
    }
  return type;
}

/* The front end's call of DECL with ARGS.  Where C would only warn about an int
   for a pointer, or a pointer to something else, and not even that with -w,
   these are errors; what is merely bad style stays a warning.  */

static tree
call_by_prototype (location_t loc, tree decl, vec<tree, va_gc> *args)
{
  static const int lenient[] =
    { OPT_Wdiscarded_qualifiers, OPT_Wdiscarded_array_qualifiers,
      OPT_Wpointer_sign, OPT_Wpedantic, OPT_Woverflow };
  bool old_inhibit = global_dc->dc_inhibit_warnings;
  diagnostic_t as = old_inhibit ? DK_IGNORED : DK_WARNING;
  diagnostic_t old[ARRAY_SIZE (lenient)];
  for (unsigned i = 0; i < ARRAY_SIZE (lenient); i++)
    old[i] = diagnostic_classify_diagnostic (global_dc, lenient[i], as,
					     UNKNOWN_LOCATION);
  bool old_pedantic_errors = global_dc->pedantic_errors;
  global_dc->pedantic_errors = true;
  global_dc->dc_inhibit_warnings = false;

  vec<location_t> places = vNULL;
  for (tree arg : *args)
    places.safe_push (EXPR_LOC_OR_LOC (arg, loc));
  tree call = build_function_call_vec (loc, places, decl, args, NULL);
  places.release ();

  global_dc->dc_inhibit_warnings = old_inhibit;
  global_dc->pedantic_errors = old_pedantic_errors;
  for (unsigned i = 0; i < ARRAY_SIZE (lenient); i++)
    diagnostic_classify_diagnostic (global_dc, lenient[i], old[i],
				    UNKNOWN_LOCATION);
  return call;
}

/* The hook: a call of builtin FNDECL with arguments ARGLIST.  */

static tree
resolve (location_t loc, tree fndecl, void *arglist)
{
  if (!cgo_go_p (fndecl))
    return chained_resolve ? chained_resolve (loc, fndecl, arglist) : NULL_TREE;

  vec<tree, va_gc> *params = (vec<tree, va_gc> *) arglist;
  if (vec_safe_is_empty (params))
    {
      cgo_report (loc, CGO_MSG_GO_EMPTY);
      return error_mark_node;
    }
  for (tree param : *params)
    if (error_operand_p (param))
      return error_mark_node;

  tree fn = (*params)[0];
  tree callee = named_function (fn);
  tree name = callee ? callee : fn;
  tree fntype = check_function (loc, fn, callee, name);
  if (!fntype || !check_count (loc, fntype, name, params->length () - 1)
      || !check_parameters (loc, fntype, name))
    return error_mark_node;

  vec<tree, va_gc> *args = vec_safe_copy (params);
  args->ordered_remove (0);
  tree call = call_by_prototype (loc, go_request (fndecl, callee, fntype),
				 args);
  if (TREE_CODE (call) != CALL_EXPR)
    return error_mark_node;

  if (callee)
    {
      TREE_USED (callee) = 1;
      TREE_ADDRESSABLE (callee) = 1;
      fn = build_fold_addr_expr_loc (loc, callee);
    }
  CALL_EXPR_STATIC_CHAIN (call) = fold_convert (ptr_type_node,
						c_fully_fold (fn, false, NULL));
  TREE_SIDE_EFFECTS (call) = 1;
  return call;
}

/* ---- Its address ---- */

/* walk_tree callback; DATA is the variable initialised.  */

static tree
check_initialiser (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == FUNCTION_DECL && cgo_go_p (*tp))
    cgo_report (DECL_SOURCE_LOCATION ((tree) data), CGO_MSG_GO_VALUE);
  return NULL_TREE;
}

/* PLUGIN_ALL_IPA_PASSES_START: cgo_go in static data.  In code pass-address.cc
   meets it.  */

static void
check_data (void *, void *)
{
  varpool_node *node;
  FOR_EACH_VARIABLE (node)
    if (DECL_INITIAL (node->decl))
      walk_tree_without_duplicates (&DECL_INITIAL (node->decl),
				    check_initialiser, node->decl);
}

void
cgo_go_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, check_data,
		     NULL);
  chained_resolve = targetm.resolve_overloaded_builtin;
  targetm.resolve_overloaded_builtin = resolve;
}
