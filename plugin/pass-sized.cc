/* pass-sized.cc - an argument of variable size is copied where pass-alloca.cc sees it.

   GNU C has structures with arrays of variable length in them, and passes them by value:
   the caller makes a copy on its stack and passes the address of that.  GCC makes the
   copy in `expand', where nothing can be asked any more.  So

     f (1, WITH_SIZE_EXPR <*p_1, n_2>);

   becomes what it stands for,

     _3 = __builtin_stack_save ();
     _4 = __builtin_alloca_with_align (n_2, ALIGN);
     __builtin_memcpy (_4, p_1, n_2);
     f (1, _4);
     __builtin_stack_restore (_3);

   and the alloca is lowered as any.  The call is no tail call any more, if it was one.

   Where it sits: right before pass-alloca.cc.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_sized.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static bool
sized_p (tree arg)
{
  return TREE_CODE (arg) == WITH_SIZE_EXPR;
}

/* A call of builtin CODE with ARGS, at the end of SEQ; its result as a new name, if it
   has one.  */

static tree
call_builtin (gimple_seq *seq, enum built_in_function code, const vec<tree> &args)
{
  tree decl = builtin_decl_explicit (code), result = NULL_TREE;
  gcall *call = gimple_build_call_vec (decl, args);
  if (!VOID_TYPE_P (TREE_TYPE (TREE_TYPE (decl))))
    {
      result = make_ssa_name (ptr_type_node);
      gimple_call_set_lhs (call, result);
    }
  gimple_seq_add_stmt (seq, call);
  return result;
}

static tree
call_builtin (gimple_seq *seq, enum built_in_function code)
{
  return call_builtin (seq, code, vNULL);
}

/* The address of a copy of ARG, made by SEQ.  */

static tree
copy (gimple_seq *seq, tree arg)
{
  tree object = TREE_OPERAND (arg, 0);
  tree size = gimple_convert (seq, size_type_node, TREE_OPERAND (arg, 1));
  auto_vec<tree> args;
  args.safe_push (size);
  args.safe_push (size_int (MAX (TYPE_ALIGN (TREE_TYPE (object)), BITS_PER_WORD)));
  tree to = call_builtin (seq, BUILT_IN_ALLOCA_WITH_ALIGN, args);
  tree from = make_ssa_name (ptr_type_node);
  gimple_seq_add_stmt (seq, gimple_build_assign (from, build_fold_addr_expr (object)));
  args.truncate (0);
  args.safe_push (to);
  args.safe_push (from);
  args.safe_push (size);
  call_builtin (seq, BUILT_IN_MEMCPY, args);
  return to;
}

/* Behind CALL, if it returns there, SEQ.  */

static void
insert_behind (gimple_stmt_iterator *i, gcall *call, gimple_seq seq)
{
  if (!stmt_ends_bb_p (call))
    gsi_insert_seq_after (i, seq, GSI_CONTINUE_LINKING);
  else if (edge e = find_fallthru_edge (gimple_bb (call)->succs))
    gsi_insert_seq_on_edge (e, seq);
}

static void
lower_call (gimple_stmt_iterator *i, gcall *call)
{
  gimple_seq before = NULL, behind = NULL;
  auto_vec<tree> saved;
  saved.safe_push (call_builtin (&before, BUILT_IN_STACK_SAVE));
  for (unsigned n = 0; n < gimple_call_num_args (call); n++)
    if (sized_p (gimple_call_arg (call, n)))
      gimple_call_set_arg (call, n, copy (&before, gimple_call_arg (call, n)));
  call_builtin (&behind, BUILT_IN_STACK_RESTORE, saved);
  gimple_call_set_tail (call, false);
  gimple_call_set_must_tail (call, false);
  cfun->calls_alloca = 1;
  gimple_seq_set_location (before, gimple_location (call));
  gimple_seq_set_location (behind, gimple_location (call));
  gsi_insert_seq_before (i, before, GSI_SAME_STMT);
  insert_behind (i, call, behind);
  update_stmt (call);
}

static bool
concerned_p (gcall *call)
{
  for (unsigned n = 0; n < gimple_call_num_args (call); n++)
    if (sized_p (gimple_call_arg (call, n)))
      return true;
  return false;
}

namespace {

const pass_data sized_data =
{
  GIMPLE_PASS, "cgo_sized", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa, 0, 0, 0, 0
};

class pass_sized : public gimple_opt_pass
{
public:
  pass_sized (gcc::context *ctxt) : gimple_opt_pass (sized_data, ctxt) {}

  bool gate (function *fn) final override { return !cgo_nosplit_p (fn->decl); }

  unsigned int execute (function *fn) final override
  {
    bool changed = false;
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
	if (gcall *call = dyn_cast <gcall *> (gsi_stmt (i)))
	  if (concerned_p (call))
	    {
	      lower_call (&i, call);
	      changed = true;
	    }
    gsi_commit_edge_inserts ();
    return changed ? TODO_update_ssa_only_virtuals : 0;
  }
};

}

void
cgo_register_sized (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_sized (g), "optimized");
}
