/* pass-alloca.cc - alloca and variable-length arrays, from a small stack.

   A check at the entry cannot know how much alloca will ask for.  So it is asked there:
   if there is room above the guard it is alloca as ever, else a block of the runtime,
   which lives as long as the memory would.

     p_1 = __builtin_alloca (n_2);

   becomes

     sp_3 = __builtin_stack_save ();
     if (n_2 <= 2 GiB && sp_3 - (n_2 + SLOP) >= guard)
       p_4 = __builtin_alloca (n_2);
     else
       p_5 = __cgo_alloca (n_2, ALIGN, &cgo_blocks);
     p_1 = PHI <p_4, p_5>

   where the guard is read from its slot.  On a system stack that holds 0 and there is
   always room, as far as C has any.  SLOP is for GCC's own alignment and for what calls
   further down push.

   cgo_blocks, a variable of the function, is the newest block that this activation has,
   or null.  They go in the order they came:

     return			    if (cgo_blocks != 0)
				      __cgo_alloca_release (&cgo_blocks, 0);
     saved_6 = stack_save ()	    cgo_mark = cgo_blocks;
     stack_restore (saved_6)	    if (cgo_blocks != cgo_mark)
				      __cgo_alloca_release (&cgo_blocks, cgo_mark);
     _7 = setjmp (env)		    both, before and behind

   so that an array in a loop of a million does not grow.  Each save has a mark of its
   own; only saves that meet in one restore (copies of the same scope) share it.

   Rejected: to find by the stack pointer which blocks a restore ends, as libgcc does:
   two blocks with a save between them have the same.

   Where it sits: before `expand', when inlining has brought alloca to where it runs and
   constant ones have become variables.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_alloca.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* What alloca itself adds: alignment twice.  */
static const unsigned ALLOCA_PADDING = 64;
static const unsigned HOST_WIDE_INT ALLOCA_MAX = 0x7fffffff;

/* Of the function being compiled.  */
static bool all_lowered;
static HOST_WIDE_INT pushed;		/* most bytes a call passes on the stack */
static tree blocks;			/* cgo_blocks */

bool
cgo_alloca_lowered_p (HOST_WIDE_INT most_pushed)
{
  return all_lowered && most_pushed <= pushed;
}

/* ---- Building blocks ---- */

/* A variable of the function that lives in memory.  */

static tree
memory_variable (const char *name)
{
  tree var = create_tmp_var_raw (ptr_type_node, name);
  gimple_add_tmp_var (var);
  TREE_ADDRESSABLE (var) = 1;
  return var;
}

/* MARK = the newest block.  */

static gimple_seq
set_mark (tree mark)
{
  gimple_seq seq = NULL;
  tree newest = cgo_load (&seq, blocks);
  gimple_seq_add_stmt (&seq, gimple_build_assign (mark, newest));
  return seq;
}

/* Puts SEQ and `if (COND)' before STMT, which is in a block of its own then if ALONE,
   and a new block on the way to what follows it.  *JOIN is where that begins.  */

static basic_block
branch (gimple *stmt, gimple_seq seq, gcond *cond, bool alone, basic_block *join)
{
  gimple_stmt_iterator i = gsi_for_stmt (stmt);
  gimple_seq_add_stmt (&seq, cond);
  gimple_seq_set_location (seq, gimple_location (stmt));
  gsi_insert_seq_before (&i, seq, GSI_SAME_STMT);
  basic_block bb = gimple_bb (cond);
  edge likely = split_block (bb, cond);
  *join = likely->dest;
  if (alone)
    *join = split_block (likely->dest, stmt)->dest;
  basic_block other = create_empty_bb (bb);
  if (current_loops)
    add_bb_to_loop (other, bb->loop_father);
  likely->flags = EDGE_TRUE_VALUE;
  likely->probability = profile_probability::very_likely ();
  edge unlikely = make_edge (bb, other, EDGE_FALSE_VALUE);
  unlikely->probability = likely->probability.invert ();
  other->count = unlikely->count ();
  make_single_succ_edge (other, *join, EDGE_FALLTHRU);
  return other;
}

/* ---- alloca ---- */

static bool
alloca_p (gimple *stmt)
{
  if (!gimple_call_builtin_p (stmt, BUILT_IN_NORMAL))
    return false;
  switch (DECL_FUNCTION_CODE (gimple_call_fndecl (stmt)))
    {
    CASE_BUILT_IN_ALLOCA:
      return true;
    default:
      return false;
    }
}

/* Bytes that alloca CALL aligns to.  */

static unsigned
alignment (gcall *call)
{
  unsigned bits = BIGGEST_ALIGNMENT;
  if (gimple_call_num_args (call) > 1)
    bits = MAX (bits, TREE_INT_CST_LOW (gimple_call_arg (call, 1)));
  return bits / BITS_PER_UNIT;
}

/* Whether SIZE bytes are there: a boolean, computed by SEQ.  */

static tree
room (gimple_seq *seq, tree size, unsigned align)
{
  tree saved = make_ssa_name (ptr_type_node);
  gcall *save = gimple_build_call (builtin_decl_explicit (BUILT_IN_STACK_SAVE), 0);
  gimple_call_set_lhs (save, saved);
  gimple_seq_add_stmt (seq, save);
  tree slop = size_int (ALLOCA_PADDING + 2 * align + pushed);
  tree want = gimple_build (seq, PLUS_EXPR, sizetype, size, slop);
  tree low = gimple_build (seq, MINUS_EXPR, sizetype,
			   gimple_convert (seq, sizetype, saved), want);
  tree guard = make_ssa_name (sizetype);
  gimple_seq_add_stmt (seq, gimple_build_assign (guard, cgo_target_guard (sizetype)));
  tree fits = gimple_build (seq, GE_EXPR, boolean_type_node, low, guard);
  tree sane = gimple_build (seq, LE_EXPR, boolean_type_node, size,
			    size_int (ALLOCA_MAX));
  return gimple_build (seq, BIT_AND_EXPR, boolean_type_node, fits, sane);
}

static void
lower_alloca (gcall *call)
{
  tree lhs = gimple_call_lhs (call);
  gimple_seq seq = NULL;
  unsigned align = alignment (call);
  tree size = gimple_convert (&seq, sizetype, gimple_call_arg (call, 0));
  tree fits = room (&seq, size, align);
  gcond *cond = gimple_build_cond (NE_EXPR, fits, boolean_false_node, NULL_TREE,
				   NULL_TREE);
  basic_block join;
  basic_block slow = branch (call, seq, cond, true, &join);

  tree fntype = build_function_type_list (ptr_type_node, sizetype, sizetype,
					  build_pointer_type (ptr_type_node), NULL_TREE);
  tree decl = cgo_runtime_decl ("__cgo_alloca", fntype, false);
  gcall *other = gimple_build_call (decl, 3, size, size_int (align),
				    build_fold_addr_expr (blocks));
  gimple_set_location (other, gimple_location (call));
  tree from_stack = make_ssa_name (TREE_TYPE (lhs));
  tree from_block = make_ssa_name (TREE_TYPE (lhs));
  gimple_call_set_lhs (call, from_stack);
  update_stmt (call);
  gimple_call_set_lhs (other, from_block);
  gimple_stmt_iterator i = gsi_start_bb (slow);
  gsi_insert_after (&i, other, GSI_NEW_STMT);
  gphi *phi = create_phi_node (lhs, join);
  add_phi_arg (phi, from_stack, find_edge (gimple_bb (call), join), UNKNOWN_LOCATION);
  add_phi_arg (phi, from_block, find_edge (slow, join), UNKNOWN_LOCATION);
}

/* ---- The end of blocks ---- */

/* Before STMT those newer than MARK go, a variable or null.  */

static void
release (gimple *stmt, tree mark)
{
  gimple_seq seq = NULL;
  tree newest = cgo_load (&seq, blocks);
  mark = mark ? cgo_load (&seq, mark) : null_pointer_node;
  gcond *cond = gimple_build_cond (EQ_EXPR, newest, mark, NULL_TREE, NULL_TREE);
  basic_block join;
  basic_block bb = branch (stmt, seq, cond, false, &join);
  tree fntype = build_function_type_list (void_type_node,
					  build_pointer_type (ptr_type_node),
					  ptr_type_node, NULL_TREE);
  tree decl = cgo_runtime_decl ("__cgo_alloca_release", fntype, false);
  gcall *call = gimple_build_call (decl, 2, build_fold_addr_expr (blocks), mark);
  gimple_set_location (call, gimple_location (stmt));
  gimple_stmt_iterator i = gsi_start_bb (bb);
  gsi_insert_after (&i, call, GSI_NEW_STMT);
}

/* The calls of stack_save that NAME may come from; false if it may come from elsewhere.  */

static bool
find_saves (tree name, hash_set<tree> *seen, vec<gimple *> *saves)
{
  if (TREE_CODE (name) != SSA_NAME)
    return false;
  if (seen->add (name))
    return true;
  gimple *def = SSA_NAME_DEF_STMT (name);
  if (gimple_call_builtin_p (def, BUILT_IN_STACK_SAVE))
    {
      if (!saves->contains (def))
	saves->safe_push (def);
      return true;
    }
  if (gimple_assign_single_p (def) || gimple_assign_cast_p (def))
    return find_saves (gimple_assign_rhs1 (def), seen, saves);
  gphi *phi = dyn_cast <gphi *> (def);
  if (!phi)
    return false;
  for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
    if (!find_saves (gimple_phi_arg_def (phi, i), seen, saves))
      return false;
  return true;
}

typedef hash_map<gimple *, tree> mark_map;

/* One mark for all of SAVES, and for those that share one with any of them.  */

static tree
common_mark (mark_map *marks, const vec<gimple *> &saves)
{
  tree mark = NULL_TREE;
  for (gimple *save : saves)
    {
      bool existed;
      tree &slot = marks->get_or_insert (save, &existed);
      tree old = existed ? slot : NULL_TREE;
      if (!mark)
	mark = old ? old : memory_variable ("cgo_mark");
      slot = mark;
      if (old && old != mark)
	for (mark_map::iterator i = marks->begin (); i != marks->end (); ++i)
	  if ((*i).second == old)
	    (*i).second = mark;
    }
  return mark;
}

/* Sets marks at saves and ends blocks at RESTORES.  */

static void
lower_restores (const vec<gimple *> &restores)
{
  mark_map marks;
  auto_vec<gimple *> firsts;
  for (gimple *restore : restores)
    {
      hash_set<tree> seen;
      auto_vec<gimple *> saves;
      firsts.safe_push (NULL);
      if (find_saves (gimple_call_arg (restore, 0), &seen, &saves)
	  && !saves.is_empty ())
	{
	  common_mark (&marks, saves);
	  firsts.last () = saves[0];
	}
      else
	all_lowered = false;
    }
  for (unsigned i = 0; i < restores.length (); i++)
    if (firsts[i])
      release (restores[i], *marks.get (firsts[i]));
  for (mark_map::iterator m = marks.begin (); m != marks.end (); ++m)
    {
      gimple_stmt_iterator i = gsi_for_stmt ((*m).first);
      gsi_insert_seq_after (&i, set_mark ((*m).second), GSI_SAME_STMT);
    }
}

/* What came after setjmp ends when it returns again.  The jump arrives behind the call,
   though the flow graph has it arrive before.  */

static void
lower_setjmp (const cgo_resync &r)
{
  tree mark = memory_variable ("cgo_mark");
  edge e;
  edge_iterator ei;
  basic_block bb = gimple_bb (r.call);
  bool sideways = bb_has_abnormal_pred (bb);
  gimple_stmt_iterator i = gsi_for_stmt (r.call);
  if (!sideways)
    gsi_insert_seq_before (&i, set_mark (mark), GSI_SAME_STMT);
  else
    FOR_EACH_EDGE (e, ei, bb->preds)
      if (!(e->flags & EDGE_ABNORMAL))
	gsi_insert_seq_on_edge (e, set_mark (mark));
  gsi_commit_edge_inserts ();
  release (r.after, mark);
}

/* ---- The pass ---- */

/* Notes what CALL may push.  What __builtin_apply passes is copied by an alloca that only
   RTL shows.  */

static void
look_at_arguments (gcall *call)
{
  HOST_WIDE_INT bytes = 0;
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    {
      tree type = TREE_TYPE (gimple_call_arg (call, i));
      HOST_WIDE_INT size = int_size_in_bytes (type);
      gcc_assert (size >= 0);			/* pass-sized.cc */
      bytes += ROUND_UP (size, UNITS_PER_WORD) + TYPE_ALIGN_UNIT (type);
    }
  if (gimple_call_builtin_p (call, BUILT_IN_APPLY))
    bytes += CGO_ARGS_COPY;
  pushed = MAX (pushed, ROUND_UP (2 * bytes, 16));
}

static bool
lower_function (function *fn)
{
  auto_vec<gcall *> allocas;
  auto_vec<gimple *> restores, returns;
  basic_block bb;
  all_lowered = true;
  pushed = 64;
  FOR_EACH_BB_FN (bb, fn)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
      {
	gimple *stmt = gsi_stmt (i);
	if (gimple_code (stmt) == GIMPLE_RETURN)
	  returns.safe_push (stmt);
	else if (gimple_call_builtin_p (stmt, BUILT_IN_STACK_RESTORE))
	  restores.safe_push (stmt);
	else if (alloca_p (stmt) && gimple_call_lhs (stmt))
	  allocas.safe_push (as_a <gcall *> (stmt));
	else if (is_gimple_call (stmt))
	  look_at_arguments (as_a <gcall *> (stmt));
      }
  if (allocas.is_empty ())
    return false;
  blocks = memory_variable ("cgo_blocks");
  lower_restores (restores);
  for (const cgo_resync &r : cgo_resyncs ())
    if (!gimple_call_builtin_p (r.call, BUILT_IN_SETJMP_RECEIVER))
      lower_setjmp (r);
  for (gcall *call : allocas)
    lower_alloca (call);
  for (gimple *stmt : returns)
    release (stmt, NULL_TREE);
  gsi_insert_on_edge_immediate (single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (fn)),
				gimple_build_assign (blocks, null_pointer_node));
  free_dominance_info (CDI_DOMINATORS);
  free_dominance_info (CDI_POST_DOMINATORS);
  return true;
}

namespace {

const pass_data alloca_data =
{
  GIMPLE_PASS, "cgo_alloca", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa, 0, 0, 0, 0
};

class pass_alloca : public gimple_opt_pass
{
public:
  pass_alloca (gcc::context *ctxt) : gimple_opt_pass (alloca_data, ctxt) {}

  bool gate (function *fn) final override { return !cgo_nosplit_p (fn->decl); }

  unsigned int execute (function *fn) final override
  {
    return lower_function (fn) ? TODO_update_ssa_only_virtuals : 0;
  }
};

}

void
cgo_register_alloca (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_alloca (g), "optimized");
}
