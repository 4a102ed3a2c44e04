/* build.cc - pieces of GIMPLE that several passes make.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* Leaf: it does not jump into the function being compiled, or each call would have to
   end its block where that can be jumped into.  */

tree
cgo_runtime_decl (const char *name, tree fntype, bool nonshared)
{
  tree decl = build_fn_decl (name, fntype);
  TREE_NOTHROW (decl) = 1;
  DECL_ATTRIBUTES (decl) = tree_cons (get_identifier ("leaf"), NULL_TREE, NULL_TREE);
  if (nonshared)
    {
      DECL_VISIBILITY (decl) = VISIBILITY_HIDDEN;
      DECL_VISIBILITY_SPECIFIED (decl) = 1;
    }
  return decl;
}

tree
cgo_load (gimple_seq *seq, tree place)
{
  tree value = make_ssa_name (ptr_type_node);
  gimple_seq_add_stmt (seq, gimple_build_assign (value, place));
  return value;
}
