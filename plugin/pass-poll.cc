/* pass-poll.cc - preempt=loops: loops without a call look whether they should stop.

   A goroutine is asked to stop by its guard slot, at which each stack check looks
   (runtime/sched/sysmon.c).  A loop without a check never does.  So here a loop gets a poll,

	cmpw	$0, %fs:0x74		the middle of the guard slot: cgo/abi.h says why
	js	.LcgoP1			it is negative if, and only if, somebody asks
   .LcgoQ1:

   and at the end of the function, inside its FDE, stands what happens then,

   .LcgoP1:
	call	*__cgo_preempt@GOTPCREL(%rip)
	jmp	.LcgoQ1

   which keeps every register, and goes on when it is the goroutine's turn again.  On a system
   stack the slot is 0, so that nothing happens there.

   Where they are.  Take the flow graph without the ways out of blocks that let a goroutine
   stop anyway (C on g0, functions of this unit with a check at their entry, cgo_ functions) and
   without the back edges of loops that are soon over; each back edge of a depth-first search in
   what is left belongs to a loop that needs a poll.  It goes to the end of the block that
   the edge leaves, before the jump: so no edge is split, it is all the same whether a loop
   has one entry or several, and a computed goto is an edge like others.  A loop is soon over if
   GCC knows a bound for its iterations, nothing in it is called, and all of them together
   take at most WORK instructions, those of loops inside included.

   An asm without operands stands where the poll will be.  It tells GCC that flags are lost, and
   nothing more, so that what stays in registers stays there.  It may be copied, when loops are
   unrolled or jumps duplicated; pass-number.cc makes polls of all of them.

   Where it sits: behind `optimized', when the loops are what the optimisers have made of
   them, and behind the plugin's own passes there.

   Rejected: polls on RTL alone, where flags would have to be found dead, and nothing is known of
   iterations any more.  One poll a function, in its last loop: another may never end.  The
   stress guard does not make polls fail: what they find differs in nothing from what a check
   finds.

   To see it work: -fplugin-arg-cgoplug-report=-, or -fplugin-arg-cgoplug-dump and
   FILE.*t.cgo_poll.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* Instructions, as GCC estimates them, that a loop without a poll may take: some
   microseconds.  */
enum { WORK = 5000 };

/* ---- Blocks that let a goroutine stop ---- */

static bool
foreign_stop_p (const struct cgo_class *c)
{
  return c->mode != CGO_GOROUTINE && c->mode != CGO_LEAF && !c->own;
}

/* Whether a goroutine can be stopped by CALL for sure, as far as is known before it is RTL.
   A builtin may become something else, and what has no effects may go.  */

static bool
stops_p (gcall *call)
{
  struct cgo_class c;
  tree callee = gimple_call_fndecl (call);
  if (gimple_call_internal_p (call) || gimple_call_flags (call) & (ECF_CONST | ECF_PURE))
    return false;
  if (!callee)
    return cgo_attribute_class (gimple_call_fntype (call), &c) && foreign_stop_p (&c);
  if (fndecl_built_in_p (callee))
    return false;
  const char *name = cgo_assembler_name (callee);
  c = cgo_classify (name, callee, gimple_call_fntype (call));
  if (c.mode != CGO_GOROUTINE)
    return foreign_stop_p (&c);
  if (cgo_runtime_p (name, callee))
    return startswith (name, "cgo_");
  return cgo_checked_at_entry_p (callee);
}

/* ---- Loops that are soon over ---- */

/* Numbers of those.  */
static bitmap short_loops;

/* Estimated instructions of what is in LOOP and in no loop inside, once; -1 if it calls
   something.  */

static HOST_WIDE_INT
work_once (class loop *loop)
{
  HOST_WIDE_INT work = 1;
  bool calls = false;
  basic_block *body = get_loop_body (loop);
  for (unsigned n = 0; n < loop->num_nodes; n++)
    if (body[n]->loop_father == loop)
      for (gimple_stmt_iterator i = gsi_start_bb (body[n]); !gsi_end_p (i); gsi_next (&i))
	{
	  gimple *stmt = gsi_stmt (i);
	  calls |= gimple_code (stmt) == GIMPLE_ASM
		   || (is_gimple_call (stmt) && !gimple_call_internal_p (stmt));
	  work += estimate_num_insns (stmt, &eni_time_weights);
	}
  free (body);
  return calls ? -1 : work;
}

/* Those of all LOOP; -1 if it is not soon over.  */

static HOST_WIDE_INT
look_at_loop (class loop *loop)
{
  HOST_WIDE_INT work = work_once (loop);
  for (class loop *inner = loop->inner; inner; inner = inner->next)
    {
      HOST_WIDE_INT w = look_at_loop (inner);
      work = work < 0 || w < 0 ? -1 : work + w;
    }
  HOST_WIDE_INT times = work < 0 ? -1 : max_loop_iterations_int (loop);
  if (times < 0 || times >= WORK || (times + 1) * work > WORK)
    return -1;
  bitmap_set_bit (short_loops, loop->num);
  return (times + 1) * work;
}

/* Without -O no variable is in a form that GCC counts with.  */

static void
look_at_loops (void)
{
  if (!optimize)
    return;
  scev_initialize ();
  for (class loop *loop = current_loops->tree_root->inner; loop; loop = loop->next)
    look_at_loop (loop);
  scev_finalize ();
}

/* ---- Back edges ---- */

/* Blocks that let a goroutine stop.  */
static bitmap stops;

static void
look_at_calls (void)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, cfun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
      if (gcall *call = dyn_cast <gcall *> (gsi_stmt (i)))
	if (stops_p (call))
	  bitmap_set_bit (stops, bb->index);
}

/* Whether E is part of the graph in which polls are looked for.  An exception leaves a call
   before that has returned.  */

static bool
counts_p (edge e)
{
  class loop *loop = e->dest->loop_father;
  if (bitmap_bit_p (stops, e->src->index) && !(e->flags & EDGE_COMPLEX))
    return false;
  return !(loop->header == e->dest && bitmap_bit_p (short_loops, loop->num)
	   && flow_bb_inside_loop_p (loop, e->src));
}

/* The block at whose end the poll for back edge E is.  Of a jump out of a call only the
   place is real where it arrives.  */

static basic_block
poll_place (edge e)
{
  gimple_stmt_iterator i = gsi_last_nondebug_bb (e->src);
  bool sideways = e->flags & EDGE_ABNORMAL;
  if (sideways && !gsi_end_p (i) && gimple_code (gsi_stmt (i)) != GIMPLE_GOTO)
    return e->dest;
  return e->src;
}

/* Searches from ROOT; blocks that are done, or being searched, are in DONE and in PATH, and
   those that need a poll go to POLLS.  */

static void
search (basic_block root, bitmap done, bitmap path, bitmap polls)
{
  auto_vec<edge_iterator> stack;
  if (!bitmap_set_bit (done, root->index))
    return;
  bitmap_set_bit (path, root->index);
  stack.safe_push (ei_start (root->succs));
  while (!stack.is_empty ())
    {
      edge_iterator &i = stack.last ();
      if (ei_end_p (i))
	{
	  basic_block bb = root;
	  stack.pop ();
	  if (!stack.is_empty ())
	    {
	      bb = ei_edge (stack.last ())->dest;
	      ei_next (&stack.last ());
	    }
	  bitmap_clear_bit (path, bb->index);
	  continue;
	}
      edge e = ei_edge (i);
      if (counts_p (e) && bitmap_set_bit (done, e->dest->index))
	{
	  bitmap_set_bit (path, e->dest->index);
	  stack.safe_push (ei_start (e->dest->succs));
	  continue;
	}
      if (counts_p (e) && bitmap_bit_p (path, e->dest->index))
	bitmap_set_bit (polls, poll_place (e)->index);
      ei_next (&i);
    }
}

/* ---- The pass ---- */

static gasm *
build_poll (location_t loc)
{
  char *text = cgo_target_poll (0);
  gasm *poll = gimple_build_asm_vec (text, NULL, NULL, NULL, NULL);
  free (text);
  gimple_asm_set_volatile (poll, true);
  gimple_set_location (poll, loc);
  return poll;
}

/* The place of the last statement in BB that has one, else of the function.  */

static location_t
place_of (basic_block bb)
{
  for (gimple_stmt_iterator i = gsi_last_nondebug_bb (bb); !gsi_end_p (i);
       gsi_prev_nondebug (&i))
    if (gimple_has_location (gsi_stmt (i)))
      return gimple_location (gsi_stmt (i));
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, bb->succs)
    if (LOCATION_LOCUS (e->goto_locus) > BUILTINS_LOCATION)
      return e->goto_locus;
  return DECL_SOURCE_LOCATION (current_function_decl);
}

static void
insert_poll (basic_block bb)
{
  location_t loc = place_of (bb);
  gasm *poll = build_poll (loc);
  gimple_stmt_iterator i = gsi_last_bb (bb);
  if (!gsi_end_p (i) && stmt_ends_bb_p (gsi_stmt (i)))
    gsi_insert_before (&i, poll, GSI_SAME_STMT);
  else
    gsi_insert_after (&i, poll, GSI_NEW_STMT);
  cgo_report_poll (loc);
  if (dump_file)
    fprintf (dump_file, ";; poll at the end of block %d\n", bb->index);
}

/* walk_gimple_op callback: *DATA's info becomes true for a thread-local.  */

static tree
find_thread_local (tree *tp, int *, void *data)
{
  if (VAR_P (*tp) && DECL_THREAD_LOCAL_P (*tp))
    *(bool *) ((struct walk_stmt_info *) data)->info = true;
  return NULL_TREE;
}

/* Whether FN has to do with thread-locals.  GCC may keep one in a register while a loop runs,
   and store it behind that: after a poll, in another thread's.  */

static bool
thread_locals_p (function *fn)
{
  bool found = false;
  struct walk_stmt_info info;
  memset (&info, 0, sizeof info);
  info.info = &found;
  basic_block bb;
  FOR_EACH_BB_FN (bb, fn)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
      {
	gimple *stmt = gsi_stmt (i);
	if (is_gimple_debug (stmt))
	  continue;
	walk_gimple_op (stmt, find_thread_local, &info);
	tree callee = is_gimple_call (stmt) ? gimple_call_fndecl (stmt) : NULL_TREE;
	const char *name = callee ? cgo_assembler_name (callee) : "";
	/* The second: a thread_local of C++.  */
	if (found || startswith (name, CGO_TLS_PREFIX) || startswith (name, "_ZTW"))
	  return true;
      }
  return false;
}

namespace {

const pass_data poll_data =
{
  GIMPLE_PASS, "cgo_poll", OPTGROUP_NONE, TV_NONE, PROP_cfg | PROP_ssa,
  0, 0, 0, TODO_update_ssa_only_virtuals
};

class pass_poll : public gimple_opt_pass
{
public:
  pass_poll (gcc::context *ctxt) : gimple_opt_pass (poll_data, ctxt) {}

  bool gate (function *fn) final override
  {
    return cgo_lto_polls_p (fn->decl) && !cgo_nosplit_p (fn->decl);
  }

  unsigned int execute (function *fn) final override
  {
    if (thread_locals_p (fn))
      return 0;
    auto_bitmap polls, done, path;
    stops = BITMAP_ALLOC (NULL);
    short_loops = BITMAP_ALLOC (NULL);
    loop_optimizer_init (optimize ? LOOPS_HAVE_PREHEADERS : AVOID_CFG_MODIFICATIONS);
    look_at_calls ();
    look_at_loops ();
    basic_block bb;
    search (ENTRY_BLOCK_PTR_FOR_FN (fn), done, path, polls);
    FOR_EACH_BB_FN (bb, fn)
      search (bb, done, path, polls);
    loop_optimizer_finalize ();
    FOR_EACH_BB_FN (bb, fn)
      if (bitmap_bit_p (polls, bb->index))
	insert_poll (bb);
    BITMAP_FREE (short_loops);
    BITMAP_FREE (stops);
    return 0;
  }
};

}

/* It comes behind all others that are behind `optimized'.  */

void
cgo_register_poll (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_poll (g), "optimized");
}
