/* target-x86_64-trampoline.cc - the trampoline of a nested function carries the mark, too.

   The address of a nested function is that of a few instructions on the stack, which load the
   static chain and jump.  A call through it looks for the mark in front of them, as in front of
   all goroutine code (mark.cc).  GCC leaves no room there: what stands in front is whatever the
   stack had, so that each call went on to ask the runtime, and valgrind said of the look that
   it depends on an uninitialised value.

   GCC's trampoline has 28 bytes, which it needs all if there is a landing pad.  In ours the
   chain, which is in the same frame, is found from the instruction pointer.  That takes three
   bytes less than to load it, and the mark is the first of what is written:

      0  the mark, or 0 for what runs as C
      4  endbr64			if -fcf-protection wants it: 4 more before the next
      4  movabsq $function, %r11	10 bytes
     14  leaq chain(%rip), %r10		 7
     21  jmp *%r11			 3

   Debugging: gcc -S; the instructions are stored piece by piece.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

enum { MARK = 4, ENDBR64 = 0xfa1e0ff3, MOVABS_R11 = 0xbb49, LEA_RIP_R10 = 0x158d4c,
       JMP_R11 = 0xe3ff41 };

static void
put (rtx m_tramp, int offset, machine_mode mode, rtx value)
{
  emit_move_insn (adjust_address (m_tramp, mode, offset), value);
}

static void
put_bytes (rtx m_tramp, int offset, machine_mode mode, HOST_WIDE_INT value)
{
  put (m_tramp, offset, mode, gen_int_mode (value, mode));
}

/* Three bytes of an instruction.  */

static void
put_three (rtx m_tramp, int offset, int value)
{
  put_bytes (m_tramp, offset, HImode, value & 0xffff);
  put_bytes (m_tramp, offset + 2, QImode, value >> 16);
}

static void
init (rtx m_tramp, tree fndecl, rtx chain)
{
  int offset = MARK;
  put_bytes (m_tramp, 0, SImode, cgo_c_body_p (fndecl) ? 0 : CGO_CODE_MARK);
  if (flag_cf_protection & CF_BRANCH)
    {
      put_bytes (m_tramp, offset, SImode, ENDBR64);
      offset += 4;
    }
  put_bytes (m_tramp, offset, HImode, MOVABS_R11);
  put (m_tramp, offset + 2, DImode, XEXP (DECL_RTL (fndecl), 0));
  put_three (m_tramp, offset + 10, LEA_RIP_R10);
  rtx place = force_reg (Pmode, XEXP (m_tramp, 0));
  rtx distance = force_operand (gen_rtx_MINUS (Pmode, force_operand (chain, NULL_RTX), place),
				NULL_RTX);
  distance = force_reg (Pmode, plus_constant (Pmode, distance, -(offset + 17)));
  put (m_tramp, offset + 13, SImode, gen_lowpart (SImode, distance));
  put_three (m_tramp, offset + 17, JMP_R11);
}

/* The address of the code.  */

static rtx
adjust (rtx tramp)
{
  return force_reg (Pmode, plus_constant (Pmode, tramp, MARK));
}

void
cgo_register_trampoline (void)
{
  targetm.calls.trampoline_init = init;
  targetm.calls.trampoline_adjust_address = adjust;
}
