/* pass-limits.cc - what goroutine code cannot do yet is an error where it is done.

   Where it sits: right after the control flow graph of a function was built, when
   builtins still are calls with the user's line, nothing has been inlined, and
   functions that nobody uses are gone.  Later, setjmp may have become part of another
   function.

   It matches calls,

     _3 = _setjmp (&env);
     __builtin_nonlocal_goto (...)

   A function that runs on the big stack (cgo_call with a body) or says that it has no
   check (cgo_nosplit) may do all of it, but a C function cannot have a static chain: its
   thunk needs the register.

   What can only be seen on RTL is in pass-check.cc.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

/* They unwind the stack of segments without telling the runtime.  */

static bool
longjmp_p (tree fndecl)
{
  static const char *const names[] =
    { "longjmp", "_longjmp", "siglongjmp", "__longjmp_chk" };
  const char *name = cgo_assembler_name (fndecl);
  for (const char *n : names)
    if (!strcmp (name, n))
      return true;
  return false;
}

/* __builtin_apply copies so much to the stack, which the check must know.  */

static bool
apply_size_p (tree size)
{
  return tree_fits_uhwi_p (size) && tree_to_uhwi (size) <= CGO_ARGS_COPY;
}

static void
builtin_call (gimple *call, tree fndecl)
{
  location_t loc = gimple_location (call);
  switch (DECL_FUNCTION_CODE (fndecl))
    {
    case BUILT_IN_APPLY:
      if (!apply_size_p (gimple_call_arg (call, 2)))
	cgo_report (loc, CGO_MSG_APPLY);
      break;
    case BUILT_IN_NONLOCAL_GOTO:
      cgo_report (loc, CGO_MSG_NONLOCAL_GOTO);
      break;
    case BUILT_IN_SETJMP_SETUP:
    case BUILT_IN_SETJMP:
      cgo_report (loc, CGO_MSG_RETURNS_TWICE, fndecl);
      break;
    case BUILT_IN_LONGJMP:
      cgo_report (loc, CGO_MSG_LONGJMP, fndecl);
      break;
    default:
      break;
    }
}

static void
one_call (gimple *call)
{
  tree fndecl = gimple_call_fndecl (call);
  if (!fndecl)
    return;
  if (gimple_call_builtin_p (call, BUILT_IN_NORMAL)
      && !(gimple_call_flags (call) & ECF_RETURNS_TWICE)
      && !longjmp_p (fndecl))
    builtin_call (call, fndecl);
  else if (gimple_call_flags (call) & ECF_RETURNS_TWICE)
    cgo_report (gimple_location (call), CGO_MSG_RETURNS_TWICE, fndecl);
  else if (longjmp_p (fndecl))
    cgo_report (gimple_location (call), CGO_MSG_LONGJMP, fndecl);
}

namespace {

const pass_data limits_data =
{
  GIMPLE_PASS, "cgo_limits", OPTGROUP_NONE, TV_NONE, PROP_cfg, 0, 0, 0, 0
};

class pass_limits : public gimple_opt_pass
{
public:
  pass_limits (gcc::context *ctxt) : gimple_opt_pass (limits_data, ctxt) {}

  unsigned int execute (function *fn) final override
  {
    struct cgo_class c;
    if (cgo_attribute_class (fn->decl, &c) && DECL_STATIC_CHAIN (fn->decl))
      cgo_report (DECL_SOURCE_LOCATION (fn->decl), CGO_MSG_NESTED_C, fn->decl);
    if (cgo_nosplit_p (fn->decl))
      return 0;
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	if (is_gimple_call (gsi_stmt (i)))
	  one_call (gsi_stmt (i));
    return 0;
  }
};

}

void
cgo_register_limits (const char *plugin_name)
{
  static struct register_pass_info info;
  info.pass = new pass_limits (g);
  info.reference_pass_name = "cfg";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
