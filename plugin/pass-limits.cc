/* pass-limits.cc - what goroutine code cannot do is an error where it is done.

   Where it sits: right after the control flow graph of a function was built, when
   builtins still are calls with the user's line, nothing has been inlined, and
   functions that nobody uses are gone.

   It matches calls of __builtin_apply with a size that the check could not allow for,
   and C functions with a static chain: their thunk needs the register.

   What can only be seen on RTL is in pass-check.cc.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

/* __builtin_apply copies so much to the stack, which the check must know.  */

static bool
apply_size_p (tree size)
{
  return tree_fits_uhwi_p (size) && tree_to_uhwi (size) <= CGO_ARGS_COPY;
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
	if (gimple_call_builtin_p (gsi_stmt (i), BUILT_IN_APPLY)
	    && !apply_size_p (gimple_call_arg (gsi_stmt (i), 2)))
	  cgo_report (gimple_location (gsi_stmt (i)), CGO_MSG_APPLY);
    return 0;
  }
};

}

void
cgo_register_limits (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_limits (g), "cfg");
}
