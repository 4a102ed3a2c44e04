/* pass-varargs.cc - a variadic function that was entered on a new segment finds its
   unnamed arguments on the old one.

   __morestack copies the stack arguments that a function names; how many follow, only
   the caller knows.  So they stay where they are, and va_start, which takes them to
   lie behind the named ones, has to be corrected:

     __builtin_va_start (&ap, 0);
     _1 = __builtin_dwarf_cfa ();
     __cgo_va_start (&ap, _1);

   __cgo_va_start (runtime/arch/x86_64/morestack.S) looks at the return address below
   the CFA.  If that is __morestack's, it moves ap's pointer into the old segment, of
   which the new one's header knows the place.  A va_list that is copied or passed on
   needs nothing: it is right from the start.  Arguments in registers are in the
   function's own frame.

   A function that is entered by a jump from one that __morestack called has that
   return address, too, but its arguments where the other's copies were.  So a call
   that may pass unnamed arguments on the stack is never a jump.

   Where it sits: before `expand', when va_arg has become loads from *ap and no pass
   draws conclusions from the call any more (pass_stdarg, which finds out how many
   registers are to be saved, would take ap for one that escapes), and when all calls
   that may become jumps have been found.

   Rejected: flag_split_stack for the function, which makes GCC keep the pointer in a
   register from the entry on, also makes its own prologue.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_varargs.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"

/* void __cgo_va_start (va_list, void *cfa)  */

static tree
corrector (void)
{
  tree fntype = build_function_type_list (void_type_node, ptr_type_node,
					  ptr_type_node, NULL_TREE);
  tree decl = build_fn_decl ("__cgo_va_start", fntype);
  DECL_VISIBILITY (decl) = VISIBILITY_HIDDEN;
  DECL_VISIBILITY_SPECIFIED (decl) = 1;
  TREE_NOTHROW (decl) = 1;
  return decl;
}

/* Behind the va_start at *I.  */

static void
correct (gimple_stmt_iterator *i)
{
  gimple *start = gsi_stmt (*i);
  tree cfa = make_ssa_name (ptr_type_node);
  gcall *where = gimple_build_call (builtin_decl_explicit (BUILT_IN_DWARF_CFA), 0);
  gcall *call = gimple_build_call (corrector (), 2, gimple_call_arg (start, 0), cfa);
  gimple_call_set_lhs (where, cfa);
  gimple_set_location (where, gimple_location (start));
  gimple_set_location (call, gimple_location (start));
  gsi_insert_after (i, where, GSI_NEW_STMT);
  gsi_insert_after (i, call, GSI_NEW_STMT);
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
  return n >= CGO_TARGET_ARGUMENT_REGISTERS;
}

namespace {

const pass_data varargs_data =
{
  GIMPLE_PASS, "cgo_varargs", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa,
  0, 0, 0, TODO_update_ssa_only_virtuals
};

class pass_varargs : public gimple_opt_pass
{
public:
  pass_varargs (gcc::context *ctxt) : gimple_opt_pass (varargs_data, ctxt) {}

  bool gate (function *fn) final override { return !cgo_nosplit_p (fn->decl); }

  unsigned int execute (function *fn) final override
  {
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
	if (gimple_call_builtin_p (gsi_stmt (i), BUILT_IN_VA_START))
	  correct (&i);
	else if (gcall *call = dyn_cast <gcall *> (gsi_stmt (i)))
	  if (gimple_call_tail_p (call) && unnamed_on_stack_p (call))
	    gimple_call_set_tail (call, false);
    return 0;
  }
};

}

void
cgo_register_varargs (const char *plugin_name)
{
  static struct register_pass_info info;
  info.pass = new pass_varargs (g);
  info.reference_pass_name = "optimized";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
