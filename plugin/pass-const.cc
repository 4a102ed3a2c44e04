/* pass-const.cc - functions that return per-thread data are not const.

   glibc declares __errno_location and its like const: in a thread they always
   return the same address, so GCC calls them once and keeps the result across
   other calls.  A goroutine may wake up on another thread, and then the kept
   address is another thread's errno: silent corruption, which other libraries
   of user-level threads know well (GCC bug 26461).  In goroutine code the
   promise is taken back, and each use asks again.

   It is done when the declaration is read, before any tree has been folded or
   any statement built with it.  Redeclarations merge the old flags in, so that
   each one is looked at.  To see it work: gcc -O2 -S, and count the calls of
   __errno_location.

   GCC does the like with __thread variables by itself.  With the initial-exec
   and local-exec models each access goes through %fs and is right; with the
   dynamic models it calls __tls_get_addr and keeps the result.  A pass after
   `optimized', when all that could be optimised away is gone and the model of
   each variable is known, reports every use of the latter, and warns about
   addresses that are taken, which the user may keep.  Debugging: -fdump-tree-
   optimized shows the statements it looks at.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* By assembler name, sorted.  */
static const char *const per_thread[] =
{
  "__ctype_b_loc",
  "__ctype_tolower_loc",
  "__ctype_toupper_loc",
  "__errno_location",
  "__h_errno_location",
  "__res_state",
  "__rpc_thread_createerr",
  "__rpc_thread_svc_fdset",
  "__rpc_thread_svc_max_pollfd",
  "__rpc_thread_svc_pollfd",
  "__tls_get_addr",
  "gettid",
  "pthread_getspecific",
  "pthread_self",
  "sched_getcpu",
  "thrd_current",
  "tss_get"
};

static int
compare (const void *key, const void *row)
{
  return strcmp ((const char *) key, *(const char *const *) row);
}

void
cgo_const_decl (tree fndecl)
{
  if (!DECL_NAME (fndecl) || !TREE_PUBLIC (fndecl)
      || !(TREE_READONLY (fndecl) || DECL_PURE_P (fndecl)))
    return;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (fndecl));
  if (!bsearch (name, per_thread, ARRAY_SIZE (per_thread),
		sizeof *per_thread, compare))
    return;
  TREE_READONLY (fndecl) = 0;
  DECL_PURE_P (fndecl) = 0;
  DECL_LOOPING_CONST_OR_PURE_P (fndecl) = 0;
  for (const char *attribute : { "const", "pure" })
    DECL_ATTRIBUTES (fndecl) = remove_attribute (attribute,
						 DECL_ATTRIBUTES (fndecl));
}

/* ---- The pass ---- */

/* walk_tree callbacks: OP is an operand, stored to, loaded from, or an
   address.  */

static bool
check_access (gimple *stmt, tree op, tree, void *)
{
  tree base = get_base_address (op);
  if (!base || !VAR_P (base) || !DECL_THREAD_LOCAL_P (base))
    return false;
  enum tls_model model = decl_tls_model (base);
  if (model == TLS_MODEL_GLOBAL_DYNAMIC || model == TLS_MODEL_LOCAL_DYNAMIC)
    cgo_report (gimple_location (stmt), CGO_MSG_TLS_DYNAMIC, base);
  return false;
}

static bool
check_address (gimple *stmt, tree op, tree arg, void *data)
{
  check_access (stmt, op, arg, data);
  tree base = get_base_address (op);
  if (base && VAR_P (base) && DECL_THREAD_LOCAL_P (base)
      && !DECL_ARTIFICIAL (base))
    cgo_report (gimple_location (stmt), CGO_MSG_TLS_ADDRESS, base);
  return false;
}

namespace {

const pass_data pass_data_cgo_const =
{
  GIMPLE_PASS,
  "cgo_const",
  OPTGROUP_NONE,
  TV_NONE,
  PROP_cfg | PROP_ssa,
  0, 0, 0, 0
};

class pass_cgo_const : public gimple_opt_pass
{
public:
  pass_cgo_const (gcc::context *ctxt)
    : gimple_opt_pass (pass_data_cgo_const, ctxt)
  {}

  /* A body that runs on a system stack stays on its thread.  */
  bool gate (function *fun) final override { return !cgo_c_body_p (fun->decl); }

  unsigned int execute (function *fun) final override;
};

unsigned int
pass_cgo_const::execute (function *fun)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	 gsi_next (&i))
      if (!is_gimple_debug (gsi_stmt (i)))
	walk_stmt_load_store_addr_ops (gsi_stmt (i), NULL, check_access,
				       check_access, check_address);
  return 0;
}

} /* anonymous namespace */

void
cgo_const_init (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_cgo_const (g), "optimized");
}
