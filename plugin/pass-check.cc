/* pass-check.cc - every function that needs it begins with a stack check.

   Where it sits: after `pro_and_epilogue', when the frame is laid out and its size
   is exact, and before the passes that schedule and lay out blocks.  Earlier the
   size is a guess: GCC's own split stacks compute it while the prologue is made and
   undercount frames that are realigned.

   What it does: one instruction (target-x86_64-check.cc shows it) compares the stack
   pointer with the guard slot and jumps to a cold path that calls __morestack.  It
   stands in one of three places:

     - before the first instruction of the prologue, wherever GCC has moved that: a
       way through the function that needs no frame needs no check.  The stack there
       is as it was at entry, which is all that __morestack asks;
     - on the entry edge, if there is no prologue, or if r10, r11 or the flags are
       live where it begins.  On the edge, not at the head of the first block, which
       may be the head of a loop;
     - without -O, behind `push %rbp; mov %rsp, %rbp': gdb finds the end of a
       prologue by those two, where there are no location lists, and the arguments
       by that end.  The cold path undoes the two.

   The cold path is printed where GCC asks the target for the function's epilogue,
   after the last instruction and before the end of its unwind information: a
   .subsection would be outside every FDE, and no traceback would get past it.

   Functions without a check: those that say so, and those that cannot use more than
   the slack allows: their frame, and the deepest of what they call, stay within
   CGO_ELIDED.  What they call must be leaf functions, thunks of C, or functions of this
   unit compiled before them that stay within bounds themselves, or have a check: below
   all of CGO_ELIDED there is still room for a thunk, and for __morestack (cgo/abi.h).  GCC
   compiles callees first where it can; in each cycle of calls one has a check.

   What goroutine code cannot do right is an error: pass-limits.cc has what shows
   on trees, the rest is here.

   To see it work: -fplugin-arg-cgoplug-report=-, or -fplugin-arg-cgoplug-dump and
   FILE.*r.cgo_check.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* The check of the function being compiled, for the cold path.  */
static struct cgo_check check;
static bool checked;
static rtx_insn *check_insn;
static int labels;

/* Functions of this unit by assembler name, and the bytes that they and what they call may
   take without a check, return address included: of one with a check only that.  */
static hash_map<nofree_string_hash, int> *depths;

/* Those of this unit, by the same name, whose check is at their entry.  */
static hash_map<nofree_string_hash, bool> *at_entry;

/* ---- How much a function needs ---- */

/* What the calls of the function ask for.  */
struct calls
{
  HOST_WIDE_INT pushed;		/* most bytes of pushed arguments at a time */
  HOST_WIDE_INT depth;		/* deepest unchecked callee, or -1: unbounded */
  const char *unbounded;	/* what that is, or null: a pointer */
};

/* The bytes call INSN may take below the frame without a check, or -1; *NAME is what is
   called, or null where that says nothing.  */

static HOST_WIDE_INT
call_depth (rtx_insn *insn, const char **name)
{
  struct cgo_callee callee = cgo_callee_of (insn);
  *name = NULL;
  switch (callee.kind)
    {
    case cgo_callee::POINTER:
      return -1;
    case cgo_callee::THUNK:
      return UNITS_PER_WORD;
    case cgo_callee::OWN:
      return callee.c.leaf + UNITS_PER_WORD;
    case cgo_callee::GO:
    case cgo_callee::DIRECT:
      break;
    }
  *name = callee.symbol;
  int *known = callee.kind == cgo_callee::DIRECT && callee.decl && depths
	       ? depths->get (callee.name) : NULL;
  if (known && targetm.binds_local_p (callee.decl))
    return *known;
  return callee.c.mode == CGO_LEAF ? callee.c.leaf + UNITS_PER_WORD : -1;
}

/* The bytes that what -pg calls at the start may take.  */

static HOST_WIDE_INT
profile_depth (void)
{
  struct cgo_class c = cgo_classify ("mcount", NULL_TREE, NULL_TREE);
  return crtl->profile ? c.leaf + UNITS_PER_WORD : 0;
}

/* Arguments are not always popped behind the call they were for (-fdefer-pop): each
   push notes how much there is now.  */

static struct calls
look_at_calls (void)
{
  struct calls c = { 0, profile_depth (), NULL };
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    {
      if (rtx note = find_reg_note (insn, REG_ARGS_SIZE, NULL_RTX))
	c.pushed = MAX (c.pushed, INTVAL (XEXP (note, 0)));
      if (!CALL_P (insn))
	continue;
      const char *callee;
      HOST_WIDE_INT depth = call_depth (insn, &callee);
      if (c.depth < 0)
	continue;
      c.depth = depth < 0 ? -1 : MAX (c.depth, depth);
      c.unbounded = callee;
    }
  return c;
}

/* log2 of the alignment of the incoming stack arguments when above 64, if there are any.  */

static unsigned
wide_parms (void)
{
  unsigned widest = 0;
  if (known_eq (crtl->args.size, 0))
    return 0;
  for (tree parm = DECL_ARGUMENTS (current_function_decl); parm;
       parm = DECL_CHAIN (parm))
    {
      rtx place = DECL_INCOMING_RTL (parm);
      if (place && MEM_P (place))
	widest = MAX (widest, targetm.calls.function_arg_boundary
				(TYPE_MODE (TREE_TYPE (parm)),
				 TREE_TYPE (parm)));
    }
  return widest > 512 ? exact_log2 (widest / BITS_PER_UNIT) : 0;
}

/* ---- What cannot be done ---- */

static location_t
here (void)
{
  return DECL_SOURCE_LOCATION (current_function_decl);
}

static bool
impossible (void)
{
  const char *taken = cgo_target_taken_register ();
  return taken && cgo_report (here (), CGO_MSG_REGISTER, taken);
}

/* A function that says it has no check must stay within the slack, unless it is C
   and runs on the big stack.  */

static void
check_nosplit (void)
{
  tree fn = current_function_decl;
  if (cgo_c_body_p (fn)
      || !lookup_attribute ("cgo_nosplit", DECL_ATTRIBUTES (fn)))
    return;
  HOST_WIDE_INT frame = cgo_target_frame () + UNITS_PER_WORD;
  if (frame > CGO_ELIDED)
    cgo_report (here (), CGO_MSG_NOSPLIT_FRAME, fn, frame, CGO_ELIDED);
}

/* GCC's own account of the frame, where it keeps one, is a second opinion.  */

static void
second_opinion (HOST_WIDE_INT frame)
{
  if (flag_stack_usage_info && !crtl->stack_realign_needed)
    gcc_assert (frame + UNITS_PER_WORD >= current_function_static_stack_size);
}

/* ---- The pass ---- */

/* Whether the check may stand before INSN.  Only the prologue's own block is looked
   at: what is live at its end, and then backwards.  */

static bool
room_before_p (const struct cgo_check *c, rtx_insn *insn)
{
  basic_block bb = BLOCK_FOR_INSN (insn);
  auto_bitmap live;
  bitmap_copy (live, df_get_live_out (bb));
  df_simulate_initialize_backwards (bb, live);
  for (rtx_insn *i = BB_END (bb); ; i = PREV_INSN (i))
    {
      if (NONDEBUG_INSN_P (i))
	df_simulate_one_insn_backwards (bb, i, live);
      if (i == insn)
	return !cgo_target_check_clobbers_p (c, live);
    }
}

/* The first instruction of the prologue, if GCC has moved it away from the entry
   and the check may go with it.  */

static rtx_insn *
moved_prologue (const struct cgo_check *c)
{
  if (!flag_shrink_wrap)
    return NULL;
  rtx_insn *insn = get_insns ();
  while (insn && !(NONDEBUG_INSN_P (insn) && prologue_contains (insn)))
    insn = NEXT_INSN (insn);
  if (!insn || insn == next_active_insn (get_insns ()))
    return NULL;
  df_analyze ();
  return room_before_p (c, insn) ? insn : NULL;
}

bool
cgo_checked_at_entry_p (tree fndecl)
{
  return (at_entry && at_entry->get (cgo_assembler_name (fndecl))
	  && targetm.binds_local_p (fndecl));
}

static bool
has_sibling_call_p (void)
{
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    if (CALL_P (insn) && SIBLING_CALL_P (insn))
      return true;
  return false;
}

/* Functions that only ever jump to each other would be a loop without a check or a poll, were
   the check behind an early return that is such a jump.  */

static bool
stays_p (void)
{
  return cgo_lto_polls_p (current_function_decl) && has_sibling_call_p ();
}

/* True if the check moved with the prologue.  */

static bool
insert_check (const struct cgo_check *c)
{
  rtx_insn *prologue = c->framed || stays_p () ? NULL : moved_prologue (c);
  start_sequence ();
  emit_insn (cgo_target_check_insn (c));
  rtx_insn *seq = check_insn = get_insns ();
  end_sequence ();
  set_insn_locations (seq, prologue_location);
  if (c->framed)
    emit_insn_after (seq, cgo_target_frame_setup ());
  else if (prologue)
    emit_insn_before (seq, prologue);
  else
    {
      insert_insn_on_edge (seq, single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (cfun)));
      commit_edge_insertions ();
    }
  return prologue;
}

static void
remember (HOST_WIDE_INT need)
{
  if (!depths)
    depths = new hash_map<nofree_string_hash, int>;
  depths->put (cgo_assembler_name (current_function_decl), need);
}

/* Tells the report and `cgo vet'.  WHERE is null if there is no check; WHY is freed.  */

static void
tell (HOST_WIDE_INT frame, const char *where, char *why)
{
  cgo_report_function (frame, where ? where : "no check", why);
  cgo_record_function (frame, where != NULL, why);
  free (why);
}

/* Says why there is a check, and where.  */

static void
report_check (const struct cgo_check *c, const struct calls *calls, bool moved)
{
  const char *name = cgo_assembler_name (current_function_decl);
  char *why;
  if (calls->depth >= 0)
    why = xasprintf ("needs %d bytes, more than %d",
		     (int) (c->frame + UNITS_PER_WORD + calls->depth), CGO_ELIDED);
  else if (!calls->unbounded)
    why = xstrdup ("calls through a pointer");
  else if (!strcmp (calls->unbounded, name))
    why = xstrdup ("calls itself");
  else
    why = xasprintf ("calls %s", calls->unbounded);
  tell (c->frame, moved ? "check behind an early return" : "check at entry", why);
}

/* The frame, with all that may be pushed.  */

static HOST_WIDE_INT
whole_frame (const struct calls *calls)
{
  HOST_WIDE_INT frame = cgo_target_frame ();
  second_opinion (frame);
  if (cfun->calls_alloca)
    {
      gcc_assert (cgo_alloca_lowered_p (calls->pushed));
      frame += CGO_ALLOCA_ROOM;
    }
  if (cgo_target_pushes_args ())
    frame += ROUND_UP (calls->pushed, UNITS_PER_WORD);
  return frame;
}

static void
set_up_check (HOST_WIDE_INT frame)
{
  check.label = labels++;
  check.frame = frame;
  check.args = crtl->args.size.to_constant ();
  check.align = wide_parms ();
  check.chain = cfun->static_chain_decl || DECL_STATIC_CHAIN (current_function_decl);
  check.framed = !optimize && cgo_target_frame_setup ();
  checked = true;
}

/* A way through a function with a check that does not come by it ends in a return or in a
   sibling call, of which the caller would have to know.  */

static void
check_function (void)
{
  struct calls calls = look_at_calls ();
  HOST_WIDE_INT frame = whole_frame (&calls);
  if (frame >= CGO_FRAME_MAX
      || crtl->args.size.to_constant () / UNITS_PER_WORD > CGO_CHAIN_WORDS_MAX)
    {
      cgo_report (here (), CGO_MSG_FRAME, current_function_decl);
      return;
    }
  HOST_WIDE_INT need = frame + UNITS_PER_WORD + calls.depth;
  if (calls.depth >= 0 && need <= CGO_ELIDED)
    {
      remember (need);
      tell (frame, NULL, xasprintf ("needs %d of %d bytes", (int) need, CGO_ELIDED));
      if (dump_file)
	fprintf (dump_file, ";; no check: needs %d bytes at most\n", (int) need);
      return;
    }
  set_up_check (frame);
  bool moved = insert_check (&check);
  if (!moved)
    {
      if (!at_entry)
	at_entry = new hash_map<nofree_string_hash, bool>;
      at_entry->put (cgo_assembler_name (current_function_decl), true);
    }
  if (!moved || !has_sibling_call_p ())
    remember (UNITS_PER_WORD + (check.framed ? UNITS_PER_WORD : 0));
  report_check (&check, &calls, moved);
  if (dump_file)
    fprintf (dump_file, ";; check: frame %d, stack arguments %u\n", (int) frame, check.args);
}

namespace {

const pass_data check_data =
{
  RTL_PASS, "cgo_check", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_check : public rtl_opt_pass
{
public:
  pass_check (gcc::context *ctxt) : rtl_opt_pass (check_data, ctxt) {}

  unsigned int execute (function *fn) final override
  {
    checked = false;
    const char *name;
    if (cgo_renamed_p (fn->decl, &name))
      cgo_entry_needed (fn->decl, crtl->args.size.to_constant (),
			wide_parms ());
    struct cgo_class c;
    if (!cgo_attribute_class (fn->decl, &c))
      cgo_marker_defined (fn->decl);
    if (cgo_nosplit_p (fn->decl))
      {
	check_nosplit ();
	tell (cgo_target_frame (), NULL,
	      xstrdup (cgo_c_body_p (fn->decl) ? "C" : "by attribute"));
	return 0;
      }
    if (!impossible ())
      check_function ();
    return 0;
  }
};

}

/* ---- The cold path ---- */

static void (*old_function_epilogue) (FILE *);
static bool (*old_cannot_copy) (rtx_insn *);

/* The labels in it may be there once only; who asks is the layout of blocks.  */

static bool
cannot_copy (rtx_insn *insn)
{
  return (checked && insn == check_insn) || (old_cannot_copy && old_cannot_copy (insn));
}

static void
function_epilogue (FILE *file)
{
  old_function_epilogue (file);
  cgo_target_asm_begin (file);
  if (checked)
    cgo_target_cold_path (file, &check);
  checked = false;
  cgo_polls_flush (file);
  cgo_markers_flush (file);
  cgo_target_asm_end (file);
}

void
cgo_register_check (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_check (g), "pro_and_epilogue");
  old_cannot_copy = targetm.cannot_copy_insn_p;
  targetm.cannot_copy_insn_p = cannot_copy;
  old_function_epilogue = targetm.asm_out.function_epilogue;
  targetm.asm_out.function_epilogue = function_epilogue;
}
