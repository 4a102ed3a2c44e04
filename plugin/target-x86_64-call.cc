/* target-x86_64-call.cc - what calls look like, and arguments.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "target-x86_64.h"
#include "cgo/abi.h"

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
