/* pass-frame.cc - a function that was entered on a new segment finds what its caller
   left on the old one: unnamed arguments, and the return address.

   __morestack copies the stack arguments that a function names; how many follow, only
   the caller knows.  So they stay where they are, and what GCC takes to lie behind the
   named ones has to be corrected.  Where they are is found by the canonical frame
   address:

     _1 = __builtin_dwarf_cfa ();
     _2 = __cgo_arguments (_1);

   (runtime/arch/x86_64/morestack.S: if __morestack called the function, the place in the old
   segment, else _1.)  Then

     __builtin_va_start (&ap, 0)     is followed by  ap's pointer += _2 - _1
     args = __builtin_apply_args ()  by              *args = _2
     __builtin_return_address (0)    becomes         ((void **) _2)[-1]

   A va_list that is copied or passed on needs nothing: it is right from the start.
   Arguments in registers are in the function's own frame, but for ms_abi's, which lie
   before the unnamed ones: these are copied there.  Levels above 0 follow the chain of
   frame pointers, of which __morestack's are left out.

   A function that is entered by a jump from one that __morestack called looks like one
   that it called, too, but its arguments are where the other's copies were.  So a call
   that may pass unnamed arguments on the stack is never a jump.

   A frame that is realigned and has alloca begins with a copy of the return address, and it
   is above that copy where __builtin_dwarf_cfa points: good enough for a return address,
   not for arguments.  There is no builtin for the place GCC itself takes them from; but both
   are virtual registers as `expand' leaves them, so one is put for the other right
   after that (cgo_cfa):

     (set (reg:DI 5 di) (reg:DI 79 virtual-cfa))

   becomes (set (reg:DI 5 di) (reg:DI 76 virtual-incoming-args)).

   Where it sits: before `expand', when va_arg has become loads from *ap and no pass
   draws conclusions from the call any more (pass_stdarg, which finds out how many
   registers are to be saved, would take ap for one that escapes), and when all calls
   that may become jumps have been found.

   Rejected: flag_split_stack for the function, which makes GCC keep the pointer in a
   register from the entry on, also makes its own prologue.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_frame and FILE.*r.cgo_cfa.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"

/* The function whose arguments were last asked for.  Passes go on with it until it is
   assembly.  */
static tree asked_decl;

/* ---- Building blocks ---- */

/* NAME (ARG1, ARG2), of libcgo; ARG2 may be null.  The result.  */

static tree
call_runtime (gimple_seq *seq, const char *name, tree arg1, tree arg2)
{
  tree fntype = build_function_type_list (ptr_type_node, ptr_type_node,
					  arg2 ? sizetype : NULL_TREE, NULL_TREE);
  tree decl = cgo_runtime_decl (name, fntype, true);
  gcall *call = gimple_build_call (decl, arg2 ? 2 : 1, arg1, arg2);
  tree result = make_ssa_name (ptr_type_node);
  gimple_call_set_lhs (call, result);
  gimple_seq_add_stmt (seq, call);
  return result;
}

/* The pointer at BASE + OFFSET, whatever its type.  */

static tree
word (tree base, HOST_WIDE_INT offset)
{
  tree any = build_pointer_type_for_mode (char_type_node, ptr_mode, true);
  return build2 (MEM_REF, ptr_type_node, base, build_int_cst (any, offset));
}

/* Where the arguments are, and in *CFA where they are taken to be.  */

static tree
arguments (gimple_seq *seq, tree *cfa)
{
  *cfa = make_ssa_name (ptr_type_node);
  gcall *call = gimple_build_call (builtin_decl_explicit (BUILT_IN_DWARF_CFA), 0);
  gimple_call_set_lhs (call, *cfa);
  gimple_seq_add_stmt (seq, call);
  asked_decl = current_function_decl;
  return call_runtime (seq, "__cgo_arguments", *cfa, NULL_TREE);
}

/* ---- What is corrected ---- */

static bool
ms_abi_p (tree fntype)
{
  return fntype && lookup_attribute ("ms_abi", TYPE_ATTRIBUTES (fntype));
}

static void
after_va_start (gimple_seq *seq, tree ap)
{
  tree cfa, there = arguments (seq, &cfa);
  HOST_WIDE_INT offset = CGO_TARGET_VA_LIST_OVERFLOW;
  if (ms_abi_p (TREE_TYPE (current_function_decl)))
    {
      offset = 0;
      for (int i = 0; i < CGO_TARGET_MS_HOME_WORDS; i++)
	{
	  tree value = cgo_load (seq, word (cfa, i * UNITS_PER_WORD));
	  gimple_seq_add_stmt (seq, gimple_build_assign
				      (word (there, i * UNITS_PER_WORD), value));
	}
    }
  tree delta = gimple_build (seq, MINUS_EXPR, sizetype,
			     gimple_convert (seq, sizetype, there),
			     gimple_convert (seq, sizetype, cfa));
  ap = cgo_load (seq, ap);			/* &lists[3] is no address for a MEM_REF */
  tree pointer = cgo_load (seq, word (ap, offset));
  pointer = gimple_build (seq, POINTER_PLUS_EXPR, ptr_type_node, pointer, delta);
  gimple_seq_add_stmt (seq, gimple_build_assign (word (ap, offset), pointer));
}

/* The arguments on the old segment, where also those are that are not named, must be
   what the named ones are here: a function that was entered by a jump finds others there.  */

static void
after_apply_args (gimple_seq *seq, tree args)
{
  tree cfa, there = arguments (seq, &cfa);
  unsigned bytes, align;
  if (cgo_target_stack_args (TREE_TYPE (current_function_decl), &bytes, &align) && bytes)
    gimple_seq_add_stmt (seq, gimple_build_call (builtin_decl_implicit (BUILT_IN_MEMMOVE), 3,
						 there, cfa, size_int (bytes)));
  gimple_seq_add_stmt (seq, gimple_build_assign (word (args, 0), there));
}

/* What replaces CALL, __builtin_return_address or __builtin_frame_address; null if it
   may stay.  */

static tree
prior_frame (gimple_seq *seq, gcall *call, bool address)
{
  tree level = fold_convert (sizetype, gimple_call_arg (call, 0));
  tree cfa;
  if (integer_zerop (level))
    return address ? cgo_load (seq, word (arguments (seq, &cfa), -UNITS_PER_WORD))
		   : NULL_TREE;
  tree frame = make_ssa_name (ptr_type_node);
  gcall *own = gimple_build_call (builtin_decl_explicit (BUILT_IN_FRAME_ADDRESS), 1,
				  integer_zero_node);
  gimple_call_set_lhs (own, frame);
  gimple_seq_add_stmt (seq, own);
  return call_runtime (seq, address ? "__cgo_return_address" : "__cgo_frame_address",
		       frame, level);
}

static void
correct (gimple_stmt_iterator *i, gcall *call)
{
  gimple_seq seq = NULL;
  tree lhs = gimple_call_lhs (call), instead = NULL_TREE;
  switch (DECL_FUNCTION_CODE (gimple_call_fndecl (call)))
    {
    case BUILT_IN_VA_START:
      after_va_start (&seq, gimple_call_arg (call, 0));
      break;
    case BUILT_IN_APPLY_ARGS:
      if (lhs)
	after_apply_args (&seq, lhs);
      break;
    case BUILT_IN_RETURN_ADDRESS:
    case BUILT_IN_FRAME_ADDRESS:
      if (lhs)
	instead = prior_frame (&seq, call, DECL_FUNCTION_CODE (gimple_call_fndecl (call))
					   == BUILT_IN_RETURN_ADDRESS);
      break;
    default:
      return;
    }
  gimple_seq_set_location (seq, gimple_location (call));
  if (!instead)
    {
      gsi_insert_seq_after (i, seq, GSI_CONTINUE_LINKING);
      return;
    }
  gsi_insert_seq_before (i, seq, GSI_SAME_STMT);
  gsi_replace (i, gimple_build_assign (lhs, instead), false);
}

/* Whether CALL may pass unnamed arguments on the stack: not if they are fewer integers
   and pointers than registers, of which one may go to the result's address.  */

static bool
unnamed_on_stack_p (gcall *call)
{
  tree type = gimple_call_fntype (call);
  if (gimple_call_internal_p (call) || (type && prototype_p (type) && !stdarg_p (type)))
    return false;
  unsigned n = gimple_call_num_args (call);
  for (unsigned i = 0; i < n; i++)
    {
      tree arg = TREE_TYPE (gimple_call_arg (call, i));
      if (!INTEGRAL_TYPE_P (arg) && !POINTER_TYPE_P (arg))
	return true;
      if (TYPE_PRECISION (arg) > BITS_PER_WORD)
	return true;
    }
  return n >= (ms_abi_p (type) ? CGO_TARGET_MS_HOME_WORDS
	       : CGO_TARGET_ARGUMENT_REGISTERS);
}

/* ---- The passes ---- */

namespace {

const pass_data frame_data =
{
  GIMPLE_PASS, "cgo_frame", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa,
  0, 0, 0, TODO_update_ssa_only_virtuals
};

class pass_frame : public gimple_opt_pass
{
public:
  pass_frame (gcc::context *ctxt) : gimple_opt_pass (frame_data, ctxt) {}

  bool gate (function *fn) final override { return !cgo_nosplit_p (fn->decl); }

  unsigned int execute (function *fn) final override
  {
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
	{
	  gcall *call = dyn_cast <gcall *> (gsi_stmt (i));
	  if (!call)
	    continue;
	  if (gimple_call_tail_p (call) && unnamed_on_stack_p (call))
	    gimple_call_set_tail (call, false);
	  if (gimple_call_builtin_p (call, BUILT_IN_NORMAL))
	    correct (&i, call);
	}
    return 0;
  }
};

const pass_data cfa_data =
{
  RTL_PASS, "cgo_cfa", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_cfa : public rtl_opt_pass
{
public:
  pass_cfa (gcc::context *ctxt) : rtl_opt_pass (cfa_data, ctxt) {}

  bool gate (function *fn) final override { return fn->decl == asked_decl; }

  unsigned int execute (function *) final override
  {
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (INSN_P (insn))
	replace_rtx (PATTERN (insn), virtual_cfa_rtx, virtual_incoming_args_rtx);
    return 0;
  }
};

}

void
cgo_register_frame (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_frame (g), "optimized");
  cgo_register_pass (plugin_name, new pass_cfa (g), "expand");
}
