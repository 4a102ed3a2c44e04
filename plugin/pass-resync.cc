/* pass-resync.cc - where control arrives sideways, the runtime is told.

   longjmp, a goto out of a nested function, __builtin_longjmp and the unwinder of exceptions
   load a stack pointer and go on there.  That stack pointer may be on another segment than
   the one the runtime knows of, and they may come out of C, or out of callbacks from C that
   will never return.  So wherever such a jump can arrive there is a call

     _1 = _setjmp (&env);	     <label, nonlocal>:		<label, landing pad>:
     __cgo_resync ();		     __cgo_resync ();		__cgo_resync ();

     __builtin_setjmp_receiver (l);
     __cgo_resync ();

   (runtime/sched/jump.c), which makes the runtime's state agree with the stack pointer.
   When nothing has happened, as at the first return of setjmp, that is ten instructions.

   A landing pad of GIMPLE is what the real one goes on to when it has taken the exception
   out of rax and rdx; so the call may clobber these.

   setjmp itself is called in place: a thunk's frame would be gone when it returns for the
   second time.  longjmp is a call of __cgo_longjmp (thunk.cc).  vfork is fork, for a child
   that borrowed the stack would have to borrow the scheduler, too.

   Where it sits: before pass-alloca.cc, which ends blocks that were left behind, and
   `expand'.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_resync.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static auto_vec<cgo_resync> found;

const vec<cgo_resync> &
cgo_resyncs (void)
{
  return found;
}

static gimple *
build_resync (location_t loc)
{
  tree fntype = build_function_type_list (void_type_node, NULL_TREE);
  tree decl = cgo_runtime_decl ("__cgo_resync", fntype, false);
  gimple *call = gimple_build_call (decl, 0);
  gimple_set_location (call, loc);
  return call;
}

/* ThreadSanitizer counts the functions that a goroutine is in as they begin and end, and a jump
   ends some without a word.  (Its own setjmp and longjmp find these by the stack pointer, which
   says nothing on segments.)  So the first return of setjmp, CALL, notes how many there are in
   a variable of the function, and the second goes back to that.  */

static gimple *
build_tsan_jumped (gcall *call)
{
  if (!gimple_call_lhs (call))
    gimple_call_set_lhs (call, make_ssa_name (gimple_call_return_type (call), call));
  tree depth = create_tmp_var (size_type_node, "cgo_depth");
  TREE_ADDRESSABLE (depth) = 1;
  tree fntype = build_function_type_list (void_type_node, build_pointer_type (size_type_node),
					  integer_type_node, NULL_TREE);
  tree decl = cgo_runtime_decl ("__cgo_tsan_jumped", fntype, false);
  gimple *jumped = gimple_build_call (decl, 2, build_fold_addr_expr (depth),
				      gimple_call_lhs (call));
  gimple_set_location (jumped, gimple_location (call));
  return jumped;
}

static bool
tsan_setjmp_p (gimple *call)
{
  tree callee = is_gimple_call (call) ? gimple_call_fndecl (call) : NULL_TREE;
  return (flag_sanitize & SANITIZE_THREAD) && callee
	 && strstr (IDENTIFIER_POINTER (DECL_NAME (callee)), "setjmp")
	 && types_compatible_p (gimple_call_return_type (as_a <gcall *> (call)),
				integer_type_node);
}

/* Behind CALL, which may end its block.  */

static void
resync_after (gimple *call)
{
  cgo_resync r = { call, gimple_build_nop () };
  gimple_seq seq = build_resync (gimple_location (call));
  if (tsan_setjmp_p (call))
    gimple_seq_add_stmt (&seq, build_tsan_jumped (as_a <gcall *> (call)));
  gimple_seq_add_stmt (&seq, r.after);
  found.safe_push (r);
  gimple_stmt_iterator i = gsi_for_stmt (call);
  if (!stmt_ends_bb_p (call))
    {
      gsi_insert_seq_after (&i, seq, GSI_SAME_STMT);
      return;
    }
  edge e = find_fallthru_edge (gimple_bb (call)->succs);
  if (e)
    {
      gsi_insert_seq_on_edge (e, seq);
      gsi_commit_one_edge_insert (e, NULL);
    }
  else
    found.pop ();
}

/* At the start of BB, if its label is one to which nested functions jump, or the
   unwinder.  */

static void
resync_label (basic_block bb)
{
  for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
    {
      glabel *label = dyn_cast <glabel *> (gsi_stmt (i));
      if (!label)
	return;
      tree l = gimple_label_label (label);
      if (!DECL_NONLOCAL (l) && !EH_LANDING_PAD_NR (l))
	continue;
      i = gsi_after_labels (bb);
      gsi_insert_before (&i, build_resync (gimple_location (label)), GSI_SAME_STMT);
      return;
    }
}

namespace {

const pass_data resync_data =
{
  GIMPLE_PASS, "cgo_resync", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa,
  0, 0, 0, TODO_update_ssa_only_virtuals
};

class pass_resync : public gimple_opt_pass
{
public:
  pass_resync (gcc::context *ctxt) : gimple_opt_pass (resync_data, ctxt) {}

  bool gate (function *fn) final override
  {
    found.truncate (0);
    return (!cgo_nosplit_p (fn->decl)
	    && (fn->calls_setjmp || fn->has_nonlocal_label
		|| (fn->eh && vec_safe_length (fn->eh->lp_array) > 1)));
  }

  unsigned int execute (function *fn) final override
  {
    auto_vec<gimple *> calls;
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      {
	resync_label (bb);
	for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
	  if (gimple_call_builtin_p (gsi_stmt (i), BUILT_IN_SETJMP_RECEIVER)
	      || (is_gimple_call (gsi_stmt (i))
		  && !gimple_call_builtin_p (gsi_stmt (i), BUILT_IN_SETJMP_SETUP)
		  && gimple_call_flags (gsi_stmt (i)) & ECF_RETURNS_TWICE))
	    calls.safe_push (gsi_stmt (i));
      }
    for (gimple *call : calls)
      resync_after (call);
    return 0;
  }
};

}

void
cgo_register_resync (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_resync (g), "optimized");
}
