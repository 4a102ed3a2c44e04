/* function-call.cc - what is called, where the answer stands in the expression: casts and
   conditions between a call and its function.

     ((int (*) (int)) p) (3)		the cast drops what the type of p says, that it
					points to C: the type in the call gets it back
     (n ? c_function : go_function) (3)	the type of that has the attributes of both, so
					that the call would be one of C: an error

   Done before the body is made GIMPLE, where the type of the called expression becomes that
   of the call and the casts are gone.

   Debugging: -fdump-tree-original.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* What expression E is at last, when it is taken as a function.  */

static tree
function_value (tree e)
{
  for (;;)
    {
      STRIP_NOPS (e);
      if (TREE_CODE (e) == ADDR_EXPR || TREE_CODE (e) == INDIRECT_REF
	  || TREE_CODE (e) == SAVE_EXPR)
	e = TREE_OPERAND (e, 0);
      else if (TREE_CODE (e) == COMPOUND_EXPR)
	e = TREE_OPERAND (e, 1);
      else
	return e;
    }
}

/* Notes which kinds of function E may be.  */

static void
kinds_of (tree e, bool *c_code, bool *goroutine)
{
  e = function_value (e);
  if (TREE_CODE (e) == COND_EXPR)
    {
      kinds_of (TREE_OPERAND (e, TREE_OPERAND (e, 1) ? 1 : 0), c_code, goroutine);
      kinds_of (TREE_OPERAND (e, 2), c_code, goroutine);
      return;
    }
  struct cgo_class c = { CGO_GOROUTINE, 0, false, false, "", false, false };
  tree type = cgo_function_in (TREE_TYPE (e));
  if (TREE_CODE (e) == FUNCTION_DECL)
    c = cgo_classify (IDENTIFIER_POINTER (DECL_NAME (e)), e, type);
  else if (type)
    cgo_attribute_class (type, &c);
  *(c.mode == CGO_GOROUTINE ? goroutine : c_code) = true;
}

static void
check_mixed (tree call)
{
  bool c_code = false, goroutine = false;
  if (TREE_CODE (function_value (CALL_EXPR_FN (call))) != COND_EXPR)
    return;
  kinds_of (CALL_EXPR_FN (call), &c_code, &goroutine);
  if (c_code && goroutine)
    cgo_report (EXPR_LOCATION (call), CGO_MSG_CALL_MIXED);
}

/* The cgo_call attribute of a pointer that is cast in E; null if a cast on the way says
   one itself, or if there is none.  What is cast may be an integer: nothing is known of
   what was before.  */

static tree
attribute_behind_casts (tree e)
{
  while (CONVERT_EXPR_P (e) || TREE_CODE (e) == NON_LVALUE_EXPR)
    {
      e = TREE_OPERAND (e, 0);
      tree type = cgo_function_in (TREE_TYPE (e));
      tree attribute = type ? lookup_attribute ("cgo_call", TYPE_ATTRIBUTES (type))
		       : NULL_TREE;
      if (attribute)
	return attribute;
    }
  return NULL_TREE;
}

static void
keep_across_cast (tree call)
{
  tree fn = CALL_EXPR_FN (call);
  tree type = TREE_TYPE (fn);
  if (!CONVERT_EXPR_P (fn) || TREE_CODE (type) != POINTER_TYPE
      || !FUNC_OR_METHOD_TYPE_P (TREE_TYPE (type))
      || lookup_attribute ("cgo_call", TYPE_ATTRIBUTES (TREE_TYPE (type)))
      || TREE_CODE (function_value (fn)) == FUNCTION_DECL)
    return;
  tree attribute = attribute_behind_casts (fn);
  if (!attribute)
    return;
  tree fntype = TREE_TYPE (type);
  tree attributes = tree_cons (get_identifier ("cgo_call"), TREE_VALUE (attribute),
			       TYPE_ATTRIBUTES (fntype));
  fntype = build_type_attribute_variant (fntype, attributes);
  CALL_EXPR_FN (call) = build1 (TREE_CODE (fn), build_pointer_type (fntype),
				TREE_OPERAND (fn, 0));
  /* What g++ has folded already, for a warning, it remembers.  */
  if (clear_fold_cache)
    clear_fold_cache ();
}

/* walk_tree callback.  */

static tree
check_call (tree *tp, int *walk_subtrees, void *)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == CALL_EXPR && CALL_EXPR_FN (*tp))
    {
      check_mixed (*tp);
      keep_across_cast (*tp);
    }
  return NULL_TREE;
}

void
cgo_check_calls (tree fndecl)
{
  walk_tree_without_duplicates (&DECL_SAVED_TREE (fndecl), check_call, NULL);
}
