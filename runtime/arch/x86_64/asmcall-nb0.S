/* asmcall-nb0.S - a goroutine calls C, mode nonblocking, without stack arguments:
   malloc, free and most of what libc.def calls nonblocking.  It is so common that it
   has a path of its own, 15 instructions longer than a direct call.

   The guard slot is kept on the stack: while such C runs the goroutine stays where
   it is, so that the value is still right afterwards, and a request to preempt that
   stood in it is not lost.

     rbp+16  return address
     rbp+8   the guard slot
     rbp     saved rbp	 <- m->callsp

   asmcall.h tells the rest.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void __cgo_asmcall_nb0 (void), r11 = function.  Reached by a direct jump only.  */

	.globl	__cgo_asmcall_nb0
	.hidden	__cgo_asmcall_nb0
	.type	__cgo_asmcall_nb0, @function
	.type	__morestack, @function
	.p2align 5
__cgo_asmcall_nb0:
	.cfi_startproc
	cmpq	$CGO_GUARD_SYSTEM, GUARD	/* which stack? */
	je	.Ldirect
__morestack:
	pushq	GUARD
	.cfi_def_cfa_offset 16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset rbp, -24
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	LOAD_M	%r10
	movq	%rsp, CGO_M_CALLSP(%r10)	/* callbacks start below */
	movq	$CGO_GUARD_SYSTEM, GUARD	/* handlers' checks, sysmon */
	movq	CGO_M_G0SP(%r10), %rsp
	call	*%r11
	leave
	.cfi_restore rbp
	.cfi_def_cfa rsp, 16
	popq	GUARD
	.cfi_def_cfa_offset 8
	ret
.Ldirect:
	jmp	*%r11
	.size	__morestack, . - __morestack
END __cgo_asmcall_nb0

	NOTE_GNU_STACK
