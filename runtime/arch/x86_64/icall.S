/* icall.S - a call through a pointer that may lead to C (sched/icall.c).

   In libcgo_nonshared.a, as the stubs that the compiler makes jump here.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void __cgo_icall (void), r11 = a function without the mark, r10 = bytes of its stack
   arguments; every other register is the function's.  On a system stack, or if it is
   goroutine code after all, it is jumped to; else it is called on g0.

   The stack at the call, from the stack pointer:

     0 r11   8 r10   16 r9   24 r8   32 rdi   40 rsi   48 rdx   56 rcx   64 rax
     72 return address  */

HIDDEN_ENTRY __cgo_icall
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	1f
	.irp	reg, rax, rcx, rdx, rsi, rdi, r8, r9, r10, r11
	pushq	%\reg
	.cfi_adjust_cfa_offset 8
	.endr
	movq	%r11, %rdi
	call	*__cgo_icall_check@GOTPCREL(%rip)
	testb	%al, %al
	.irp	reg, r11, r10, r9, r8, rdi, rsi, rdx, rcx, rax
	popq	%\reg				/* leaves the flags alone */
	.cfi_adjust_cfa_offset -8
	.endr
	jz	__cgo_asmcall
1:	jmp	*%r11
END __cgo_icall

	NOTE_GNU_STACK
