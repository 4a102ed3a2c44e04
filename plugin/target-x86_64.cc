/* target-x86_64.cc - all that the plugin knows about x86-64.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

#define STR1(x) #x
#define STR(x) STR1 (x)
#define SLOT "%%fs:" STR (CGO_GUARD_SLOT)

/* ---- Stack checks ------------------------------------------------------ */

/* The asm TEXT; CHAIN, if not null, goes through it.  */

static rtx
check_asm (const char *text, rtx chain)
{
  rtvec inputs = chain ? gen_rtvec (1, chain) : rtvec_alloc (0);
  rtvec constraints = rtvec_alloc (0);
  if (chain)
    constraints = gen_rtvec (1, gen_rtx_ASM_INPUT (DImode, "0"));
  rtx body = gen_rtx_ASM_OPERANDS (chain ? DImode : VOIDmode, ggc_strdup (text),
				   chain ? "=r" : "", 0, inputs, constraints,
				   rtvec_alloc (0), UNKNOWN_LOCATION);
  MEM_VOLATILE_P (body) = 1;
  return chain ? gen_rtx_SET (chain, body) : body;
}

/* The hot path of a small frame, and of a larger one:

	cmpq	%fs:0x70, %rsp			leaq	-FRAME(%rsp), %r11
	jb	.LcgoC1				cmpq	%fs:0x70, %r11
   .LcgoB1:					jb	.LcgoC1
					   .LcgoB1:

   One asm, for nothing may come between, in a PARALLEL with clobbers: r10 and r11
   belong to __morestack, and -fipa-ra must see that.  A static chain in r10 is there
   afterwards, but not when the function has returned; so it is set.  */

rtx
cgo_target_check_insn (const struct cgo_check *c)
{
  char *text;
  int below = c->frame - (c->framed ? UNITS_PER_WORD : 0);
  if (c->frame <= CGO_SMALL_FRAME)
    text = xasprintf ("{cmpq\t%%" SLOT ", %%%%rsp"
		      "|cmp\trsp, QWORD PTR %%%%fs:" STR (CGO_GUARD_SLOT) "}\n"
		      "\tjb\t.LcgoC%d\n.LcgoB%d:", c->label, c->label);
  else
    text = xasprintf ("{leaq\t-%d(%%%%rsp), %%%%r11"
		      "|lea\tr11, [rsp-%d]}\n"
		      "\t{cmpq\t%%" SLOT ", %%%%r11"
		      "|cmp\tr11, QWORD PTR %%%%fs:" STR (CGO_GUARD_SLOT) "}\n"
		      "\tjb\t.LcgoC%d\n.LcgoB%d:", below, below, c->label,
		      c->label);
  rtx r10 = gen_rtx_REG (DImode, R10_REG);
  rtx r11 = gen_rtx_REG (DImode, R11_REG);
  rtx flags = gen_rtx_REG (CCmode, FLAGS_REG);
  rtx body = check_asm (text, c->chain ? r10 : NULL_RTX);
  free (text);
  rtvec all = rtvec_alloc (c->chain ? 3 : 4);
  RTVEC_ELT (all, 0) = body;
  RTVEC_ELT (all, 1) = gen_rtx_CLOBBER (VOIDmode, r11);
  RTVEC_ELT (all, 2) = gen_rtx_CLOBBER (VOIDmode, flags);
  if (!c->chain)
    RTVEC_ELT (all, 3) = gen_rtx_CLOBBER (VOIDmode, r10);
  return gen_rtx_PARALLEL (VOIDmode, all);
}

bool
cgo_target_check_clobbers_p (const struct cgo_check *c, bitmap live)
{
  return ((!c->chain && bitmap_bit_p (live, R10_REG))
	  || bitmap_bit_p (live, R11_REG) || bitmap_bit_p (live, FLAGS_REG));
}

const char *
cgo_target_taken_register (void)
{
  for (int regno : { R10_REG, R11_REG })
    if (fixed_regs[regno] || global_regs[regno]
	|| !this_target_hard_regs->x_call_used_regs[regno])
      return reg_names[regno];
  return NULL;
}

/* Loads the shape of stack arguments (cgo/abi.h).  */

static void
print_shape (FILE *f, const char *reg64, const char *reg32, unsigned bytes,
	     unsigned align)
{
  if (align)
    fprintf (f, "\tmovabsq\t$%#llx, %%%s\n",
	     (unsigned long long) align << CGO_ARG_ALIGN_SHIFT | bytes, reg64);
  else if (bytes)
    fprintf (f, "\tmovl\t$%u, %%%s\n", bytes, reg32);
  else
    fprintf (f, "\txorl\t%%%s, %%%s\n", reg32, reg32);
}

/* Prints a line of CFI, where those are printed at all.  */

static void
print_cfi (FILE *f, const char *directives)
{
  if (dwarf2out_do_cfi_asm ())
    fputs (directives, f);
}

/* What a function saves, rbp aside, as it was at entry.  */
#define SAVED_AT_ENTRY								\
  "\t.cfi_restore 3\n\t.cfi_restore 10\n\t.cfi_restore 12\n"			\
  "\t.cfi_restore 13\n\t.cfi_restore 14\n\t.cfi_restore 15\n"
#define CFA_AT_ENTRY "\t.cfi_def_cfa 7, 8\n\t.cfi_restore 6\n"

/* At entry nothing is pushed; the last row of the function's own CFI said
   something else.  Behind the set-up of the frame pointer that is undone, and done
   again on the new segment.  */

void
cgo_target_cold_path (FILE *f, const struct cgo_check *c)
{
  fprintf (f, ".LcgoC%d:\n", c->label);
  print_cfi (f, SAVED_AT_ENTRY);
  if (c->framed)
    {
      print_cfi (f, "\t.cfi_def_cfa 6, 16\n\t.cfi_offset 6, -16\n");
      fputs ("\tpopq\t%rbp\n", f);
    }
  print_cfi (f, CFA_AT_ENTRY);
  if (c->chain)
    fprintf (f, "\tmovabsq\t$%#llx, %%r11\n\tcall\t__cgo_morestack_chain\n",
	     (unsigned long long) c->align << CGO_CHAIN_ALIGN_SHIFT
	     | (unsigned long long) c->args / UNITS_PER_WORD << CGO_CHAIN_WORDS_SHIFT
	     | c->frame);
  else
    {
      fprintf (f, "\tmovl\t$%d, %%r10d\n", (int) c->frame);
      print_shape (f, "r11", "r11d", c->args, c->align);
      fputs ("\tcall\t__morestack\n", f);
    }
  fputs ("\tret\n", f);
  if (flag_cf_protection & CF_BRANCH)
    fputs ("\tendbr64\n", f);
  if (c->framed)
    {
      fputs ("\tpushq\t%rbp\n", f);
      print_cfi (f, "\t.cfi_def_cfa_offset 16\n\t.cfi_offset 6, -16\n");
      fputs ("\tmovq\t%rsp, %rbp\n", f);
      print_cfi (f, "\t.cfi_def_cfa_register 6\n");
    }
  fprintf (f, "\tjmp\t.LcgoB%d\n", c->label);
}

/* ---- Polls -------------------------------------------------------------- */

#define MIDDLE STR (CGO_GUARD_SLOT) "+4"
static_assert (CGO_GUARD_MIDDLE == CGO_GUARD_SLOT + 4, "MIDDLE");

/* The same number of lines whatever the label: GCC reckons lengths by them.  */

char *
cgo_target_poll (int label)
{
  return xasprintf ("{cmpw\t$0, %%%%fs:" MIDDLE "|cmp\tWORD PTR %%%%fs:" MIDDLE ", 0}\n"
		    "\tjs\t.LcgoP%d\n.LcgoQ%d:", label, label);
}

rtx
cgo_target_poll_insn (rtx_insn *insn)
{
  rtx body = NONJUMP_INSN_P (insn) ? extract_asm_operands (PATTERN (insn)) : NULL_RTX;
  return body && strstr (ASM_OPERANDS_TEMPLATE (body), "\tjs\t.LcgoP") ? body : NULL_RTX;
}

/* Whether by RULES the CFA is reckoned from the stack pointer.  */

static bool
cfa_by_sp_p (const dw_cfi_ref *rules, unsigned n)
{
  const unsigned sp = DWARF_FRAME_REGNUM (SP_REG);
  while (n-- > 0)
    switch (rules[n]->dw_cfi_opc)
      {
      case DW_CFA_def_cfa:
      case DW_CFA_def_cfa_sf:
      case DW_CFA_def_cfa_register:
	return rules[n]->dw_cfi_oprnd1.dw_cfi_reg_num == sp;
      case DW_CFA_def_cfa_expression:
	return false;
      default:
	break;
      }
  return true;
}

static void
print_move_sp (FILE *f, int by, bool cfa)
{
  fprintf (f, "\tleaq\t%d(%%rsp), %%rsp\n", by);
  if (cfa && dwarf2out_do_cfi_asm ())
    fprintf (f, "\t.cfi_adjust_cfa_offset %d\n", -by);
}

/* What is in the red zone stays there.  */

void
cgo_target_poll_cold (FILE *f, int label, location_t loc, const dw_cfi_ref *rules, unsigned n,
		      bool same)
{
  bool red = cfun->machine->frame.red_zone_size != 0;
  bool cfa = red && cfa_by_sp_p (rules, n);
  expanded_location at = expand_location (loc);
  fprintf (f, ".LcgoP%d:\n", label);
  if (at.file && at.line)
    debug_hooks->source_line (at.line, at.column, at.file, 0, true);
  if (!same)
    {
      print_cfi (f, SAVED_AT_ENTRY CFA_AT_ENTRY);
      for (unsigned i = 0; i < n; i++)
	dwarf2out_emit_cfi (rules[i]);
    }
  if (red)
    print_move_sp (f, -RED_ZONE_SIZE, cfa);
  fputs ("\tcall\t*__cgo_preempt@GOTPCREL(%rip)\n", f);
  if (red)
    print_move_sp (f, RED_ZONE_SIZE, cfa);
  fprintf (f, "\tjmp\t.LcgoQ%d\n", label);
}

/* pushq %rbp; movq %rsp, %rbp  */

rtx_insn *
cgo_target_frame_setup (void)
{
  rtx_insn *push = next_active_insn (get_insns ());
  rtx_insn *insn = push ? next_active_insn (push) : NULL;
  rtx saved = push ? single_set (push) : NULL_RTX;
  rtx set = insn ? single_set (insn) : NULL_RTX;
  if (saved && MEM_P (SET_DEST (saved))
      && SET_SRC (saved) == hard_frame_pointer_rtx
      && set && SET_DEST (set) == hard_frame_pointer_rtx
      && SET_SRC (set) == stack_pointer_rtx)
    return insn;
  return NULL;
}

/* *(volatile TYPE __seg_fs *) CGO_GUARD_SLOT  */

tree
cgo_target_guard (tree type)
{
  type = build_qualified_type (type, TYPE_QUAL_VOLATILE
				     | ENCODE_QUAL_ADDR_SPACE (ADDR_SPACE_SEG_FS));
  tree pointer = build_pointer_type (type);
  tree slot = build2 (MEM_REF, type, build_int_cst (pointer, CGO_GUARD_SLOT),
		      build_int_cst (pointer, 0));
  TREE_THIS_VOLATILE (slot) = 1;
  return slot;
}

/* Tried in every combination of alignment, alloca and DRAP: the offset of the
   stack pointer, the red zone, and what realigning may skip.  */

HOST_WIDE_INT
cgo_target_frame (void)
{
  HOST_WIDE_INT size = (cfun->machine->frame.stack_pointer_offset
			- INCOMING_FRAME_SP_OFFSET
			+ cfun->machine->frame.red_zone_size);
  if (crtl->stack_realign_needed)
    size += crtl->stack_alignment_needed / BITS_PER_UNIT + 24;
  return size;
}

/* runtime/arch/x86_64/profile.S  */

void
cgo_target_profile (void)
{
  if (profile_flag && !fentry_name)
    fentry_name = flag_fentry > 0 ? "__cgo_fentry" : "__cgo_mcount";
}

bool
cgo_target_pushes_args (void)
{
  return !ACCUMULATE_OUTGOING_ARGS;
}

/* ---- Calls ------------------------------------------------------------- */

/* (mem:DI (const (unspec [(symbol_ref)] UNSPEC_GOTPCREL)))  */

rtx
cgo_target_got_symbol (rtx address)
{
  if (!MEM_P (address))
    return NULL_RTX;
  rtx x = XEXP (address, 0);
  if (GET_CODE (x) != CONST || GET_CODE (XEXP (x, 0)) != UNSPEC
      || XINT (XEXP (x, 0), 1) != UNSPEC_GOTPCREL)
    return NULL_RTX;
  return XVECEXP (XEXP (x, 0), 0, 0);
}

/* Code that is not position-independent goes through the GOT for functions with an attribute,
   for their addresses, too; so they have it before `expand'.  */

void
cgo_target_no_plt_decl (tree fndecl)
{
  if (!flag_pic && !lookup_attribute ("noplt", DECL_ATTRIBUTES (fndecl)))
    DECL_ATTRIBUTES (fndecl) = tree_cons (get_identifier ("noplt"), NULL_TREE,
					  DECL_ATTRIBUTES (fndecl));
}

/* Of -mcmodel=large: what is called may be anywhere.  */

static bool
large_model_p (void)
{
  return ix86_cmodel == CM_LARGE || ix86_cmodel == CM_LARGE_PIC;
}

bool
cgo_target_near_p (void)
{
  return !large_model_p ();
}

/* The address of SYMBOL, as the GOT has it.  Code that is not position-independent has no
   other way to say that than an asm.  */

static rtx
got_entry (rtx symbol)
{
  if (flag_pic)
    {
      rtx got = gen_rtx_UNSPEC (Pmode, gen_rtvec (1, symbol), UNSPEC_GOTPCREL);
      return gen_const_mem (Pmode, gen_rtx_CONST (Pmode, got));
    }
  const char *name = targetm.strip_name_encoding (XSTR (symbol, 0));
  char *text = xasprintf ("{movq\t%s@GOTPCREL(%%%%rip), %%0"
			  "|mov\t%%0, QWORD PTR %s@GOTPCREL[rip]}", name, name);
  rtx load = gen_rtx_ASM_OPERANDS (Pmode, ggc_strdup (text), "=r", 0, rtvec_alloc (0),
				   rtvec_alloc (0), rtvec_alloc (0), UNKNOWN_LOCATION);
  free (text);
  return load;
}

/* What -fno-plt does, for this call alone: position-independent code calls
   through the GOT by its address.  */

void
cgo_target_no_plt (rtx_insn *insn, rtx call, rtx symbol)
{
  rtx mem = XEXP (call, 0);
  if (SYMBOL_REF_LOCAL_P (symbol))
    return;
  tree decl = SYMBOL_REF_DECL (symbol);
  if (!flag_pic && !large_model_p ())
    {
      if (decl)
	cgo_target_no_plt_decl (decl);
      return;
    }
  rtx got = got_entry (symbol);
  if (MEM_P (got)
      && validate_change (insn, &XEXP (call, 0), gen_rtx_MEM (GET_MODE (mem), got), false))
    return;
  /* -mindirect-branch=thunk, -mcmodel=large: by a register only.  */
  rtx reg = gen_reg_rtx (Pmode);
  emit_insn_before (gen_rtx_SET (reg, got), insn);
  if (!validate_change (insn, &XEXP (call, 0),
			gen_rtx_MEM (GET_MODE (mem), reg), false))
    gcc_unreachable ();
}

/* The symbol that VALUE is the address of, or the offset: (symbol_ref), or (const (unspec
   [(symbol_ref)])), or (mem (plus pic (const (unspec ... UNSPEC_GOT)))).  */

static rtx
symbol_in (rtx value)
{
  if (MEM_P (value) && GET_CODE (XEXP (value, 0)) == PLUS)
    value = XEXP (XEXP (value, 0), 1);
  if (GET_CODE (value) == CONST && GET_CODE (XEXP (value, 0)) == UNSPEC)
    value = XVECEXP (XEXP (value, 0), 0, 0);
  return GET_CODE (value) == SYMBOL_REF ? value : NULL_RTX;
}

/* ADDRESS was loaded right before INSN, and was added to the base of the GOT in
   position-independent code.  What is not of that form is a pointer of the program's.  */

rtx
cgo_target_far_symbol (rtx_insn *insn, rtx address)
{
  if (!large_model_p ())
    return NULL_RTX;
  for (rtx_insn *i = PREV_INSN (insn); i && REG_P (address); i = PREV_INSN (i))
    {
      if (LABEL_P (i) || JUMP_P (i) || NOTE_INSN_BASIC_BLOCK_P (i))
	return NULL_RTX;
      rtx set = NONDEBUG_INSN_P (i) ? single_set (i) : NULL_RTX;
      if (!set || !rtx_equal_p (SET_DEST (set), address))
	continue;
      address = SET_SRC (set);
      if (GET_CODE (address) == PLUS)
	address = XEXP (address, rtx_equal_p (XEXP (address, 0), pic_offset_table_rtx));
    }
  return symbol_in (address);
}

rtx
cgo_target_callable (rtx_insn *insn, rtx symbol)
{
  if (!large_model_p ())
    return symbol;
  start_sequence ();
  rtx reg = copy_to_mode_reg (Pmode, symbol);
  rtx_insn *load = get_insns ();
  end_sequence ();
  emit_insn_before (load, insn);
  return reg;
}

rtx
cgo_target_pointer_register (void)
{
  return gen_rtx_REG (Pmode, R11_REG);
}

bool
cgo_target_chain_p (rtx_insn *insn)
{
  return find_regno_fusage (insn, USE, R10_REG);
}

bool
cgo_target_vectors_p (rtx_insn *insn)
{
  for (unsigned i = 0; i < X86_64_SSE_REGPARM_MAX; i++)
    if (find_regno_fusage (insn, USE, FIRST_SSE_REG + i))
      return true;
  return false;
}

rtx
cgo_target_chain_register (void)
{
  return gen_rtx_REG (Pmode, R10_REG);
}

/* Looks for what loads it, back to the beginning of the block.  */

rtx
cgo_target_chain_symbol (rtx_insn *insn)
{
  for (rtx_insn *i = PREV_INSN (insn); i; i = PREV_INSN (i))
    {
      if (LABEL_P (i) || JUMP_P (i) || NOTE_INSN_BASIC_BLOCK_P (i))
	return NULL_RTX;
      rtx set = NONDEBUG_INSN_P (i) ? single_set (i) : NULL_RTX;
      if (!set || !REG_P (SET_DEST (set)) || REGNO (SET_DEST (set)) != R10_REG)
	continue;
      rtx value = SET_SRC (set);
      rtx got = cgo_target_got_symbol (value);
      return got ? got : GET_CODE (value) == SYMBOL_REF ? value : NULL_RTX;
    }
  return NULL_RTX;
}

/* Whether stack arguments of TYPE want more than the 64 bytes copies have.  */

static unsigned
wide_alignment (unsigned boundary)
{
  return boundary > 512 ? exact_log2 (boundary / BITS_PER_UNIT) : 0;
}

/* By the same hooks that expand and assign_parms use.  With ms_abi there is room for the
   register arguments below the others, which the callee may use.  Arguments of size 0, structures
   without members, are aligned, too, but nothing is copied, and nothing can be stored there.  */

static void
stack_args (tree fntype, unsigned *bytes, unsigned *align)
{
  CUMULATIVE_ARGS cum_v;
  INIT_CUMULATIVE_ARGS (cum_v, fntype, NULL_RTX, NULL_TREE, 0);
  cumulative_args_t cum = pack_cumulative_args (&cum_v);
  if (aggregate_value_p (TREE_TYPE (fntype), fntype))
    {
      function_arg_info hidden (ptr_type_node, true);
      targetm.calls.function_arg_advance (cum, hidden);
    }
  function_args_iterator it;
  tree type;
  int unsignedp = 0;
  unsigned size = REG_PARM_STACK_SPACE (fntype);
  FOREACH_FUNCTION_ARGS (fntype, type, it)
    {
      if (VOID_TYPE_P (type))
	break;
      function_arg_info arg (type, true);
      if (pass_by_reference (&cum_v, arg))
	arg = function_arg_info (build_pointer_type (type), true);
      else
	arg.mode = targetm.calls.promote_function_mode (type, arg.mode,
							&unsignedp, fntype, 0);
      if (!targetm.calls.function_arg (cum, arg))
	{
	  unsigned boundary = targetm.calls.function_arg_boundary (arg.mode,
								   arg.type);
	  *align = MAX (*align, wide_alignment (boundary));
	  size = ROUND_UP (size, boundary / BITS_PER_UNIT);
	  size += ROUND_UP (arg.type_size_in_bytes ().to_constant (), UNITS_PER_WORD);
	}
      targetm.calls.function_arg_advance (cum, arg);
    }
  *bytes = size;
  if (!size)
    *align = 0;
}

/* The hooks note things in the function being compiled; here there is none, or
   none that is concerned.  */

bool
cgo_target_stack_args (tree fntype, unsigned *bytes, unsigned *align)
{
  *bytes = *align = 0;
  if (!prototype_p (fntype) || stdarg_p (fntype))
    return false;
  push_dummy_function (false);
  stack_args (fntype, bytes, align);
  pop_dummy_function ();
  return true;
}

/* expand raises the one boundary for each argument that wants more.  */

unsigned
cgo_target_most_align (void)
{
  return wide_alignment (crtl->preferred_stack_boundary);
}

/* ---- Code outside functions --------------------------------------------- */

void
cgo_target_asm_begin (FILE *f)
{
  if (ASSEMBLER_DIALECT)
    fputs ("\t.att_syntax prefix\n", f);
}

void
cgo_target_asm_end (FILE *f)
{
  if (ASSEMBLER_DIALECT)
    fputs ("\t.intel_syntax noprefix\n", f);
}

static void
landing_pad (FILE *f)
{
  if (flag_cf_protection & CF_BRANCH)
    fputs ("\tendbr64\n", f);
}

/* Loads the shape of stack arguments for an asmcall entry, which by its name may
   know it.  */

static void
print_entry_shape (FILE *f, const char *entry, unsigned bytes, unsigned align)
{
  if (!ISDIGIT (entry[strlen (entry) - 1]))
    print_shape (f, "r10", "r10d", bytes, align);
}

void
cgo_target_thunk (FILE *f, const char *target, const char *entry,
		  unsigned bytes, unsigned align)
{
  landing_pad (f);
  print_entry_shape (f, entry, bytes, align);
  fprintf (f, "\tmovq\t%s@GOTPCREL(%%rip), %%r11\n\tjmp\t%s\n", target, entry);
}

/* Runs when the program is relocated, after all else of it and of its libraries was.  */

void
cgo_target_own (FILE *f, const char *target, const char *own, const char *thunk)
{
  landing_pad (f);
  fprintf (f, "\tmovq\t%s@GOTPCREL(%%rip), %%rax\n\tcmpq\t%s@GOTPCREL(%%rip), %%rax\n"
	   "\tje\t1f\n\tleaq\t%s(%%rip), %%rax\n1:\tret\n", target, own, thunk);
}

void
cgo_target_pthunk (FILE *f, const char *entry, unsigned bytes, unsigned align)
{
  landing_pad (f);
  fputs ("\tmovq\t%r10, %r11\n", f);
  print_entry_shape (f, entry, bytes, align);
  fprintf (f, "\tjmp\t%s\n", entry);
}

void
cgo_target_ithunk (FILE *f, unsigned bytes, unsigned align)
{
  fprintf (f, "\ttestl\t$%d, %%r11d\n\tjz\t1f\n\tcmpl\t$%#x, -4(%%r11)\n\tjne\t1f\n"
	   "\tjmp\t*%%r11\n1:", CGO_CODE_PAGE, CGO_CODE_MARK);
  print_shape (f, "r10", "r10d", bytes, align);
  fputs ("\tjmp\t__cgo_icall\n", f);
}

/* What follows the jump is the sequence that linkers know and make better.  */

void
cgo_target_tls (FILE *f, const char *variable)
{
  landing_pad (f);
  fputs ("\tleaq\t1f(%rip), %r11\n\tjmp\t*__cgo_tls_access@GOTPCREL(%rip)\n1:", f);
  landing_pad (f);
  fputs ("\tsubq\t$8, %rsp\n", f);
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_adjust_cfa_offset 8\n", f);
  fprintf (f, "\t.byte\t0x66\n\tleaq\t%s@tlsgd(%%rip), %%rdi\n"
	   "\t.value\t0x6666\n\trex64\n\tcall\t__tls_get_addr@PLT\n"
	   "\taddq\t$8, %%rsp\n", variable);
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_adjust_cfa_offset -8\n", f);
  fputs ("\tret\n", f);
}

/* The function stays aligned.  */

void
cgo_target_code_mark (FILE *f, bool aligned, bool async)
{
  if (aligned)
    fprintf (f, "\t.skip\t%d, 0xcc\n", async ? 8 : 12);
  if (async)
    fprintf (f, "\t.long\t%#x\n", CGO_ASYNC_MARK);
  fprintf (f, "\t.long\t%#x\n", CGO_CODE_MARK);
}

/* A thread-local by any model; the thread pointer; an asm that may do either.  The canary of
   -fstack-protector is the same for all threads.  */

bool
cgo_target_thread_p (rtx_insn *insn)
{
  enum { CANARY = 0x28 };
  subrtx_iterator::array_type array;
  FOR_EACH_SUBRTX (iter, array, PATTERN (insn), ALL)
    {
      const_rtx x = *iter;
      switch (GET_CODE (x))
	{
	case SYMBOL_REF:
	  if (SYMBOL_REF_TLS_MODEL (x) != TLS_MODEL_NONE)
	    return true;
	  break;
	case MEM:
	  if (MEM_ADDR_SPACE (x) == ADDR_SPACE_SEG_FS
	      && !(CONST_INT_P (XEXP (x, 0)) && INTVAL (XEXP (x, 0)) == CANARY))
	    return true;
	  break;
	case UNSPEC:
	case UNSPEC_VOLATILE:
	  if (XINT (x, 1) == UNSPEC_TP)
	    return true;
	  break;
	case ASM_OPERANDS:
	  if (strstr (ASM_OPERANDS_TEMPLATE (x), "fs:")
	      && !strstr (ASM_OPERANDS_TEMPLATE (x), "\t.Lcgo"))
	    return true;
	  break;
	case ASM_INPUT:
	  if (strstr (XSTR (x, 0), "fs:"))
	    return true;
	  break;
	default:
	  break;
	}
    }
  return false;
}

void
cgo_target_async (FILE *f)
{
  fputs ("\t.section\t.init_array,\"aw\",@init_array\n\t.p2align\t3\n"
	 "\t.quad\t__cgo_async\n", f);
}

void
cgo_target_go_thunk (FILE *f, unsigned bytes, unsigned align)
{
  landing_pad (f);
  print_shape (f, "r11", "r11d", bytes, align);
  fputs ("\tjmp\t*__cgo_newproc@GOTPCREL(%rip)\n", f);
}

void
cgo_target_export (FILE *f, const char *body, unsigned bytes, unsigned align)
{
  landing_pad (f);
  fprintf (f, "\tcmpq\t$%d, %%fs:" STR (CGO_GUARD_SLOT) "\n\tjne\t%s\n",
	   CGO_GUARD_SYSTEM, body);
  fprintf (f, "\tleaq\t%s(%%rip), %%r11\n", body);
  print_shape (f, "r10", "r10d", bytes, align);
  fputs ("\tjmp\t__cgo_callback\n", f);
}

/* A goroutine may call main, too.  */

void
cgo_target_main (FILE *f, const char *body)
{
  landing_pad (f);
  fprintf (f, "\tcmpq\t$%d, %%fs:" STR (CGO_GUARD_SLOT) "\n\tjne\t%s\n",
	   CGO_GUARD_SYSTEM, body);
  fprintf (f, "\tleaq\t%s(%%rip), %%rcx\n"
	   "\tjmp\t*__cgo_main@GOTPCREL(%%rip)\n", body);
}

/* An instruction behind the function's last one, never reached, so that the linker
   names the function when the symbol is missing.  A relocation of type NONE would
   cost nothing, but ld refuses it when the symbol is in a shared library.  */

void
cgo_target_reference (FILE *f, const char *symbol)
{
  fprintf (f, "\tmovq\t\"%s\"@GOTPCREL(%%rip), %%r11\n", symbol);
}

void
cgo_target_data_reference (FILE *f, const char *symbol)
{
  fprintf (f, "\t.long\t\"%s\"@GOTPCREL\n", symbol);
}

/* An absolute symbol that every unit may have.  */

void
cgo_target_link_symbol (FILE *f, const char *symbol)
{
  fprintf (f, "\t.weak\t\"%s\"\n\t.hidden\t\"%s\"\n\t.set\t\"%s\", 0\n", symbol,
	   symbol, symbol);
}

char *
cgo_target_link_reference (const char *symbol)
{
  return xasprintf ("\t.pushsection\t.cgo.abi,\"a\",@progbits\n"
		    "\t.reloc\t., R_X86_64_NONE, \"%s\"\n\t.byte\t0\n\t.popsection", symbol);
}
