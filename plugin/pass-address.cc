/* pass-address.cc - what the address of a foreign function is, and calls
   through pointers to C.

   A pointer to a C function may be called by goroutine code that does not know
   what it points to.  So wherever goroutine code takes the address of a foreign
   function it gets its thunk, which goes to g0 first and, called from C, simply
   jumps on.  A leaf function is called in place anyway and keeps its address.
   The address of an exported function, or of main, is that of its public
   entry.

   A call through a pointer whose type says cgo_call,

       _3 = fp_2(D) (a, b);		fntype of the call has cgo_call

   becomes a call that carries the pointer as static chain,

       _3 = __cgo_request_pcall.1 (a, b) [static-chain: fp_2(D)];

   and ends, after expand, as a call of __cgo_pthunk.MODE.N with the pointer in
   r10, or, if it is a leaf, as a call of what r10 holds.

   Why after `optimized', the last pass over trees.  Until then GCC must see the real function
   behind an address: it turns calls through known pointers into direct calls, folds
   `p == free', and knows builtins.  In expand it is too late, an address is
   then one symbol among others and a call's target looks like any.

   Why static data is rewritten when it is printed.  Changing a variable's
   initialiser earlier would let GCC read a thunk from a constant table while
   the code still has the function itself, and fold a comparison of the two to
   false.  The one thing left is that expand may read a constant table for
   itself; the pass does that first.

   A weak function may be missing, and then its address must stay null, so code
   selects: &f != 0 ? &thunk : 0.  Static data cannot select, and the linker could not
   either: an error.

   An address that stays as it is, of a function in another unit, is no better known
   than a call of it: the linker is asked (marker.cc).

   Debugging: -fplugin-arg-cgoplug-dump writes FILE.NNNt.cgo_address; what it
   was before is in -fdump-tree-optimized.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

/* Whether goroutine code cannot use the address of FNDECL as it is.  If so and
   it is C, *C is its class; else C->mode is CGO_GOROUTINE.  */

static bool
needs_other_address_p (tree fndecl, struct cgo_class *c)
{
  c->mode = CGO_GOROUTINE;
  c->marked = true;
  if (cgo_public_decl (fndecl))
    return true;
  *c = cgo_classify (cgo_assembler_name (fndecl), fndecl, TREE_TYPE (fndecl));
  return c->mode != CGO_GOROUTINE && c->mode != CGO_LEAF;
}

/* The declaration whose address stands for that of FNDECL, and in *C its class; FNDECL
   itself where nothing is to be done.  */

static tree
address_decl (tree fndecl, struct cgo_class *c)
{
  if (!needs_other_address_p (fndecl, c))
    return fndecl;
  if (c->mode == CGO_GOROUTINE)
    return cgo_public_decl (fndecl);

  unsigned bytes = 0, align = 0;
  if (!cgo_target_stack_args (TREE_TYPE (fndecl), &bytes, &align))
    bytes = CGO_ARGS_UNKNOWN, align = 0;
  return cgo_thunk_decl (cgo_thunk_name (cgo_assembler_name (fndecl), fndecl, c->mode,
					 bytes, align), fndecl);
}

/* Whether an address of FNDECL must be tested before it is replaced.  */

static bool
may_be_missing_p (tree fndecl)
{
  return DECL_WEAK (fndecl) && DECL_EXTERNAL (fndecl);
}

/* ---- Code ---- */

/* Where the walk is.  */
struct address_walk
{
  gimple *stmt;			/* null in a PHI */
  gimple_stmt_iterator *gsi;	/* where to put what comes before it */
  edge e;			/* the PHI argument's edge */
  location_t loc;
  bool changed;
};

static void
insert_before (struct address_walk *w, gimple *stmt)
{
  gimple_set_location (stmt, w->loc);
  if (w->gsi)
    gsi_insert_before (w->gsi, stmt, GSI_SAME_STMT);
  else
    gsi_insert_on_edge (w->e, stmt);
}

/* &FNDECL != 0 ? ADDRESS : 0, for a function that may be missing.  */

static tree
select_address (struct address_walk *w, tree fndecl, tree address)
{
  tree type = TREE_TYPE (address);
  tree null = build_int_cst (type, 0);
  tree raw = make_ssa_name (type);
  tree there = make_ssa_name (boolean_type_node);
  tree result = make_ssa_name (type);
  insert_before (w, gimple_build_assign (raw, build1 (ADDR_EXPR, type,
						      fndecl)));
  insert_before (w, gimple_build_assign (there, NE_EXPR, raw, null));
  insert_before (w, gimple_build_assign (result, COND_EXPR, there, address,
					 null));
  return result;
}

/* walk_tree callback: an operand and everything in it.  */

static tree
rewrite_operand (tree *tp, int *walk_subtrees, void *data)
{
  struct address_walk *w
    = (struct address_walk *) ((struct walk_stmt_info *) data)->info;
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (TREE_CODE (*tp) != ADDR_EXPR
      || TREE_CODE (TREE_OPERAND (*tp, 0)) != FUNCTION_DECL)
    return NULL_TREE;
  *walk_subtrees = 0;
  /* The callee of a direct call is no address.  */
  if (w->stmt && is_gimple_call (w->stmt)
      && tp == gimple_call_fn_ptr (w->stmt))
    return NULL_TREE;

  tree fndecl = TREE_OPERAND (*tp, 0);
  if (cgo_go_p (fndecl))
    cgo_report (w->loc, CGO_MSG_GO_VALUE);
  struct cgo_class c;
  tree decl = address_decl (fndecl, &c);
  if (c.mode != CGO_GOROUTINE)
    cgo_implicit (w->loc, cgo_assembler_name (fndecl), fndecl, &c);
  if (decl == fndecl)
    {
      if (!cgo_c_body_p (current_function_decl))
	cgo_marker_needed (w->loc, fndecl, &c);
      return NULL_TREE;
    }
  /* The node may be shared: a new one.  */
  tree address = build1 (ADDR_EXPR, TREE_TYPE (*tp), decl);
  *tp = (may_be_missing_p (fndecl) ? select_address (w, fndecl, address)
	 : address);
  w->changed = true;
  return NULL_TREE;
}

/* A load that expand would read from a constant table, of pointers or of integers, if it
   reads the address of a function there.  */

static void
fold_load (gimple_stmt_iterator *gsi)
{
  gimple *stmt = gsi_stmt (*gsi);
  if (!optimize || !gimple_assign_load_p (stmt))
    return;
  tree type = TREE_TYPE (gimple_assign_rhs1 (stmt));
  if (!POINTER_TYPE_P (type) && !INTEGRAL_TYPE_P (type))
    return;
  tree value = fold_const_aggregate_ref (gimple_assign_rhs1 (stmt));
  tree address = value;
  if (!value)
    return;
  STRIP_NOPS (address);
  if (TREE_CODE (address) != ADDR_EXPR
      || TREE_CODE (TREE_OPERAND (address, 0)) != FUNCTION_DECL)
    return;
  if (address == value)
    gimple_assign_set_rhs_from_tree (gsi, value);
  else
    gimple_assign_set_rhs_with_ops (gsi, NOP_EXPR, address);
  update_stmt (gsi_stmt (*gsi));
}

/* A call through a pointer to C.  */

static void
lower_pointer_call (gcall *call)
{
  struct cgo_class c;
  tree fn = gimple_call_fn (call);
  if (!fn || gimple_call_fndecl (call)
      || !cgo_attribute_class (gimple_call_fntype (call), &c))
    return;
  if (gimple_call_chain (call))
    {
      if (c.mode == CGO_LEAF)
	return;
      cgo_report (gimple_location (call), CGO_MSG_CHAIN_CALL);
      return;
    }
  if (TREE_CODE (fn) == OBJ_TYPE_REF)
    fn = OBJ_TYPE_REF_EXPR (fn);
  char name[sizeof CGO_REQUEST_PCALL + 1];
  snprintf (name, sizeof name, CGO_REQUEST_PCALL "%d", c.mode);
  gimple_call_set_chain (call, fn);
  gimple_call_set_fndecl (call, cgo_request_decl (name,
						  gimple_call_fntype (call)));
  update_stmt (call);
}

/* C calls exported functions by their entries.  */

static void
call_entry (gcall *call)
{
  tree callee = gimple_call_fndecl (call);
  tree entry = callee ? cgo_public_decl (callee) : NULL_TREE;
  if (!entry)
    return;
  gimple_call_set_fndecl (call, entry);
  update_stmt (call);
}

/* What GCC has made of `__atomic_sub_fetch (p, 1, o) == 0' and its like: the last argument
   is the function, for expand to call if the processor has no instruction for it.  */

static bool
atomic_test_p (gimple *stmt)
{
  if (!is_gimple_call (stmt) || !gimple_call_internal_p (stmt))
    return false;
  switch (gimple_call_internal_fn (stmt))
    {
    case IFN_ATOMIC_BIT_TEST_AND_SET:
    case IFN_ATOMIC_BIT_TEST_AND_COMPLEMENT:
    case IFN_ATOMIC_BIT_TEST_AND_RESET:
    case IFN_ATOMIC_ADD_FETCH_CMP_0:
    case IFN_ATOMIC_SUB_FETCH_CMP_0:
    case IFN_ATOMIC_AND_FETCH_CMP_0:
    case IFN_ATOMIC_OR_FETCH_CMP_0:
    case IFN_ATOMIC_XOR_FETCH_CMP_0:
      return true;
    default:
      return false;
    }
}

static void
rewrite_statement (gimple_stmt_iterator *gsi)
{
  if (is_gimple_debug (gsi_stmt (*gsi)) || atomic_test_p (gsi_stmt (*gsi)))
    return;
  fold_load (gsi);
  gimple *stmt = gsi_stmt (*gsi);
  struct address_walk w = { stmt, gsi, NULL, gimple_location (stmt), false };
  struct walk_stmt_info info;
  memset (&info, 0, sizeof info);
  info.info = &w;
  walk_gimple_op (stmt, rewrite_operand, &info);
  if (w.changed)
    update_stmt (stmt);
  if (gcall *call = dyn_cast <gcall *> (stmt))
    {
      cgo_lto_recall (call);
      lower_pointer_call (call);
      if (cgo_c_body_p (current_function_decl))
	call_entry (call);
    }
}

static void
rewrite_phi (gphi *phi)
{
  for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
    {
      struct address_walk w = { NULL, NULL, gimple_phi_arg_edge (phi, i),
				gimple_phi_arg_location (phi, i), false };
      struct walk_stmt_info info;
      memset (&info, 0, sizeof info);
      info.info = &w;
      tree arg = gimple_phi_arg_def (phi, i);
      int walk_subtrees = 1;
      rewrite_operand (&arg, &walk_subtrees, &info);
      if (w.changed)
	SET_PHI_ARG_DEF (phi, i, arg);
    }
}

namespace {

const pass_data pass_data_cgo_address =
{
  GIMPLE_PASS,
  "cgo_address",
  OPTGROUP_NONE,
  TV_NONE,
  PROP_cfg | PROP_ssa,
  0, 0, 0, 0
};

class pass_cgo_address : public gimple_opt_pass
{
public:
  pass_cgo_address (gcc::context *ctxt)
    : gimple_opt_pass (pass_data_cgo_address, ctxt)
  {}

  /* A resolver returns what the program is to call.  */
  bool gate (function *fun) final override
  {
    return !cgo_resolver_p (fun->decl);
  }

  unsigned int execute (function *fun) final override;
};

unsigned int
pass_cgo_address::execute (function *fun)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    {
      for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i); gsi_next (&i))
	rewrite_phi (i.phi ());
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	rewrite_statement (&i);
    }
  gsi_commit_edge_inserts ();
  return 0;
}

} /* anonymous namespace */

/* ---- Data ---- */

static bool (*chained_integer) (rtx, unsigned int, int);

/* targetm.asm_out.integer: X goes into data.  Only static initialisers and
   constant pools come this way with a function's symbol; debug information and
   exception tables do not.  */

static bool
print_integer (rtx x, unsigned int size, int aligned_p)
{
  if (GET_CODE (x) == SYMBOL_REF && SYMBOL_REF_DECL (x)
      && TREE_CODE (SYMBOL_REF_DECL (x)) == FUNCTION_DECL)
    {
      struct cgo_class c;
      tree fndecl = SYMBOL_REF_DECL (x);
      tree decl = address_decl (fndecl, &c);
      if (decl != fndecl)
	x = XEXP (DECL_RTL (decl), 0);
      else
	cgo_marker_data (fndecl, &c);
    }
  return chained_integer (x, size, aligned_p);
}

/* walk_tree callback; DATA is the variable initialised.  */

static tree
check_initialiser (tree *tp, int *walk_subtrees, void *data)
{
  tree variable = (tree) data;
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  /* GCC's own __cxa_pure_virtual is weak, and always there.  */
  else if (TREE_CODE (*tp) == FUNCTION_DECL && may_be_missing_p (*tp)
	   && !DECL_IS_UNDECLARED_BUILTIN (*tp))
    {
      struct cgo_class c;
      location_t loc = DECL_SOURCE_LOCATION (variable);
      if (needs_other_address_p (*tp, &c))
	cgo_report (loc, CGO_MSG_WEAK_DATA, *tp, variable);
      else
	cgo_marker_needed (loc, *tp, &c);
    }
  return NULL_TREE;
}

/* PLUGIN_ALL_IPA_PASSES_START: variables that nobody uses are gone.  */

static void
check_data (void *, void *)
{
  varpool_node *node;
  if (cgo_lto1_p ())
    return;
  FOR_EACH_VARIABLE (node)
    if (DECL_INITIAL (node->decl))
      walk_tree_without_duplicates (&DECL_INITIAL (node->decl),
				    check_initialiser, node->decl);
}

void
cgo_address_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, check_data,
		     NULL);
  cgo_register_pass (plugin_name, new pass_cgo_address (g), "optimized");

  chained_integer = targetm.asm_out.integer;
  targetm.asm_out.integer = print_integer;
}
