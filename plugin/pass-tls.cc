/* pass-tls.cc - thread-locals of a goroutine that moves from thread to thread.

   With the models initial-exec and local-exec each access goes through %fs and is right.
   With the dynamic ones GCC calls __tls_get_addr for the variable's address and keeps it,
   across calls after which the goroutine is on another thread: silent corruption, known
   from other libraries of user-level threads (GCC bug 26461).  So each statement that
   uses such a variable asks for its address, of a function of which GCC knows nothing:

     x = there.field;		     _1 = __cgo_tls.there ();
				     x = MEM[_1].field;

   thunk.cc prints the function: the code that GCC would have used for the access, which
   runs on g0 (runtime/arch/x86_64/tls.S).  From the return of that call to the use there
   is nothing at which the goroutine could be stopped.

   An address that the program itself takes and keeps is that of the thread it was on: a
   warning.

   Where it sits: after `optimized', when all that could be optimised away is gone and the
   model of each variable is known.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*t.cgo_tls.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static bool
dynamic_p (tree t)
{
  if (!t || !VAR_P (t) || !DECL_THREAD_LOCAL_P (t))
    return false;
  enum tls_model model = decl_tls_model (t);
  return model == TLS_MODEL_GLOBAL_DYNAMIC || model == TLS_MODEL_LOCAL_DYNAMIC;
}

/* ---- Asking ---- */

/* What one statement has asked for.  */
struct request
{
  gimple_seq before;
  hash_map<tree, tree> *addresses;	/* variable, SSA name */
};

static tree
address_of (struct request *r, tree var)
{
  if (!r->addresses)
    r->addresses = new hash_map<tree, tree>;
  bool existed;
  tree &address = r->addresses->get_or_insert (var, &existed);
  if (existed)
    return address;
  tree type = build_pointer_type (TREE_TYPE (var));
  gimple *call = gimple_build_call (cgo_tls_decl (var), 0);
  address = make_ssa_name (type);
  gimple_call_set_lhs (call, address);
  gimple_seq_add_stmt (&r->before, call);
  mark_decl_referenced (var);		/* GCC sees no use of it any more */
  return address;
}

/* walk_tree callback: the variables in an expression.  */

static tree
lower (tree *tp, int *walk_subtrees, void *data)
{
  struct request *r = (struct request *) ((struct walk_stmt_info *) data)->info;
  tree t = *tp;
  *walk_subtrees = EXPR_P (t);
  if (dynamic_p (t))
    *tp = build_simple_mem_ref (address_of (r, t));
  else if (TREE_CODE (t) == ADDR_EXPR)
    {
      tree base = get_base_address (TREE_OPERAND (t, 0));
      *walk_subtrees = 0;
      if (!dynamic_p (base))
	return NULL_TREE;
      if (TREE_OPERAND (t, 0) == base)
	{
	  *tp = address_of (r, base);
	  return NULL_TREE;
	}
      t = unshare_expr (t);
      tree *inner = &TREE_OPERAND (t, 0);
      while (handled_component_p (*inner))
	inner = &TREE_OPERAND (*inner, 0);
      if (*inner == base)
	*inner = build_simple_mem_ref (address_of (r, base));
      else
	TREE_OPERAND (*inner, 0) = address_of (r, base);
      tree value = make_ssa_name (TREE_TYPE (t));
      gimple_seq_add_stmt (&r->before, gimple_build_assign (value, t));
      *tp = value;
    }
  return NULL_TREE;
}

static void
lower_stmt (gimple_stmt_iterator *i)
{
  gimple *stmt = gsi_stmt (*i);
  struct request r = { NULL, NULL };
  struct walk_stmt_info info;
  if (is_gimple_debug (stmt))
    return;
  memset (&info, 0, sizeof info);
  info.info = &r;
  walk_gimple_op (stmt, lower, &info);
  delete r.addresses;
  if (!r.before)
    return;
  gimple_seq_set_location (r.before, gimple_location (stmt));
  gsi_insert_seq_before (i, r.before, GSI_SAME_STMT);
  update_stmt (stmt);
}

/* A value that comes with the edge is asked for there.  */

static void
lower_phi (gphi *phi)
{
  for (unsigned n = 0; n < gimple_phi_num_args (phi); n++)
    {
      struct request r = { NULL, NULL };
      struct walk_stmt_info info;
      int walk;
      tree arg = gimple_phi_arg_def (phi, n);
      memset (&info, 0, sizeof info);
      info.info = &r;
      lower (&arg, &walk, &info);
      delete r.addresses;
      if (!r.before)
	continue;
      SET_PHI_ARG_DEF (phi, n, arg);
      gsi_insert_seq_on_edge (gimple_phi_arg_edge (phi, n), r.before);
    }
}

/* ---- Warning ---- */

static bool
report_address (gimple *stmt, tree op, tree, void *)
{
  tree base = get_base_address (op);
  if (base && VAR_P (base) && DECL_THREAD_LOCAL_P (base)
      && !DECL_ARTIFICIAL (base) && !DECL_ARTIFICIAL (current_function_decl))
    cgo_report (gimple_location (stmt), CGO_MSG_TLS_ADDRESS, base);
  return false;
}

namespace {

const pass_data tls_data =
{
  GIMPLE_PASS, "cgo_tls", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa,
  0, 0, 0, TODO_update_ssa_only_virtuals
};

class pass_tls : public gimple_opt_pass
{
public:
  pass_tls (gcc::context *ctxt) : gimple_opt_pass (tls_data, ctxt) {}

  /* A body that runs on a system stack stays on its thread.  */
  bool gate (function *fn) final override { return !cgo_c_body_p (fn->decl); }

  unsigned int execute (function *fn) final override
  {
    basic_block bb;
    FOR_EACH_BB_FN (bb, fn)
      {
	for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i); gsi_next (&i))
	  lower_phi (i.phi ());
	for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
	  {
	    if (!is_gimple_debug (gsi_stmt (i)))
	      walk_stmt_load_store_addr_ops (gsi_stmt (i), NULL, NULL, NULL,
					     report_address);
	    lower_stmt (&i);
	  }
      }
    gsi_commit_edge_inserts ();
    return 0;
  }
};

}

void
cgo_register_tls (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_tls (g), "optimized");
}
