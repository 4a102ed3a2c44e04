/* translate-body.cc - what stands in the bodies and initialisers of a unit that is translated.

   They are looked at in PLUGIN_PRE_GENERICIZE, where each call still stands as it was written.
   A cgo_go is told at once; of the rest translate.cc decides at the end of the unit, for how a
   callee is to be called is known then only: it may be defined further down.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "translate.h"

vec<cgo_mention> cgo_mentions;
vec<cgo_open_call> cgo_open_calls;
vec<tree> cgo_bodies;

static void
mention_function (tree fndecl, location_t loc, bool address)
{
  cgo_mention m = { fndecl, loc, address, false };
  for (const cgo_mention &old : cgo_mentions)
    m.twice |= old.fndecl == fndecl;
  if (!m.twice)
    cgo_keep (fndecl);
  cgo_mentions.safe_push (m);
}

/* The result type RET and those of the arguments of CALL; null after an error.  PARAMS, the
   list of its parameters, goes before what is passed.  */

static char *
call_types (tree call, tree ret, tree params, tree name)
{
  auto_vec<tree> types;
  types.safe_push (ret);
  for (int i = 0; i < call_expr_nargs (call); i++)
    if (params && params != void_list_node)
      {
	types.safe_push (TREE_VALUE (params));
	params = TREE_CHAIN (params);
      }
    else
      types.safe_push (TREE_TYPE (CALL_EXPR_ARG (call, i)));
  return cgo_translate_types (types, EXPR_LOCATION (call), name);
}

static tree
function_behind (tree fn)
{
  STRIP_NOPS (fn);
  if (TREE_CODE (fn) == ADDR_EXPR)
    fn = TREE_OPERAND (fn, 0);
  return TREE_CODE (fn) == FUNCTION_DECL ? fn : NULL_TREE;
}

static void
one_go (tree call)
{
  tree fn = CALL_EXPR_STATIC_CHAIN (call);
  STRIP_NOPS (fn);
  tree type = cgo_function_in (TREE_TYPE (fn));
  tree params = TYPE_ARG_TYPES (TREE_TYPE (function_behind (CALL_EXPR_FN (call))));
  char *types = call_types (call, type ? TREE_TYPE (type) : void_type_node, params,
			    get_identifier ("cgo_go"));
  if (!types)
    return;
  cgo_translate_place ('g', EXPR_LOCATION (call));
  fprintf (cgo_translate_out, "\t%d%s\n",
	   type && stdarg_p (type) ? type_num_arguments (type) : -1, types);
  free (types);
}

/* Addresses that are the callee of a call.  */
static hash_set<tree> *callees;

static void
one_call (tree call)
{
  tree fn = CALL_EXPR_FN (call);
  tree fndecl = function_behind (fn);
  struct cgo_class c;
  STRIP_NOPS (fn);
  callees->add (fn);
  if (tree chain = CALL_EXPR_STATIC_CHAIN (call))
    {
      STRIP_NOPS (chain);
      callees->add (chain);
      if (tree started = function_behind (chain))
	mention_function (started, EXPR_LOCATION (call), false);
      one_go (call);
      return;
    }
  if (!fndecl)
    {
      tree type = cgo_function_in (TREE_TYPE (CALL_EXPR_FN (call)));
      if (type && cgo_attribute_class (type, &c) && c.mode != CGO_LEAF)
	cgo_report (EXPR_LOCATION (call), CGO_MSG_TRANSLATE_POINTER);
      return;
    }
  mention_function (fndecl, EXPR_LOCATION (call), false);
  tree type = TREE_TYPE (fndecl);
  if (prototype_p (type) && !stdarg_p (type))
    return;
  cgo_open_call o = { fndecl, EXPR_LOCATION (call),
		  prototype_p (type) ? type_num_arguments (type) : -1, NULL };
  c = cgo_classify (cgo_assembler_name (fndecl), fndecl, type);
  if ((c.mode == CGO_LEAF && !cgo_c_name_p (fndecl)) || fndecl_built_in_p (fndecl, BUILT_IN_MD))
    return;
  o.types = call_types (call, TREE_TYPE (type), TYPE_ARG_TYPES (type), DECL_NAME (fndecl));
  if (o.types)
    cgo_open_calls.safe_push (o);
}

/* walk_tree callback; DATA: location_t of what has none.  */

static tree
look (tree *tp, int *walk_subtrees, void *data)
{
  tree t = *tp;
  if (TYPE_P (t))
    *walk_subtrees = 0;
  else if (TREE_CODE (t) == CALL_EXPR && CALL_EXPR_FN (t))
    one_call (t);
  else if (TREE_CODE (t) == ADDR_EXPR && TREE_CODE (TREE_OPERAND (t, 0)) == FUNCTION_DECL)
    {
      if (!callees->contains (t))
	mention_function (TREE_OPERAND (t, 0),
			  EXPR_HAS_LOCATION (t) ? EXPR_LOCATION (t) : *(location_t *) data, true);
      *walk_subtrees = 0;
    }
  else if (VAR_P (t) && DECL_THREAD_LOCAL_P (t))
    cgo_report (*(location_t *) data, CGO_MSG_TRANSLATE_TLS, t);
  if (EXPR_P (t) && EXPR_HAS_LOCATION (t))
    *(location_t *) data = EXPR_LOCATION (t);
  return NULL_TREE;
}

static void
walk (tree *tp, tree decl)
{
  location_t loc = DECL_SOURCE_LOCATION (decl);
  if (!callees)
    callees = new hash_set<tree>;
  walk_tree_without_duplicates (tp, look, &loc);
}

void
cgo_translate_body (tree fndecl)
{
  if (!cgo_options.translate)
    return;
  cgo_keep (fndecl);
  cgo_bodies.safe_push (fndecl);
  walk (&DECL_SAVED_TREE (fndecl), fndecl);
}

void
cgo_translate_decl (tree decl)
{
  if (cgo_options.translate && VAR_P (decl) && DECL_INITIAL (decl)
      && (TREE_STATIC (decl) || DECL_EXTERNAL (decl)))
    walk (&DECL_INITIAL (decl), decl);
}
