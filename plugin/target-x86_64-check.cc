/* target-x86_64-check.cc - the instructions of stack checks and polls.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "target-x86_64.h"
#include "cgo/abi.h"

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
      cgo_x86_shape (f, "r11", "r11d", c->args, c->align);
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
