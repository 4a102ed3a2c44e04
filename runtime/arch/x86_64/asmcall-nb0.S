/* asmcall-nb0.S - a goroutine calls C, mode nonblocking, without stack arguments:
   strdup, strerror, a malloc that is not glibc's.  It is so common that it
   has a path of its own, 19 instructions longer than a direct call.

   m->retake is not looked at: who asks for a preemption while C runs says so in the
   resume slot, and the next check, or the next of these calls, obeys.

     rbp+8   return address
     rbp     saved rbp	 <- callsp

   asmcall.h tells the rest.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void __cgo_asmcall_nb0 (void), r11 = function.  */

HIDDEN_ENTRY __cgo_asmcall_nb0
	.type	__morestack, @function
.Lagain:
	cmpw	$0, %fs:CGO_GUARD_MIDDLE	/* which stack? */
	jle	.Lspecial
__morestack:
	pushq	%rbp				/* to hold the goroutine's stack */
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp			/* pointer; and the CFA */
	.cfi_def_cfa_register rbp
	LOAD_M	%r10				/* r10, as all others are C's */
	movq	%rsp, CGO_M_CALLSP(%r10)	/* callbacks start below */
	movq	$CGO_GUARD_SYSTEM, GUARD	/* handlers' checks, sysmon */
	movq	CGO_M_G0SP(%r10), %rsp		/* the room that C wants */
	call	*%r11				/* C */
	LOAD_M	%r11				/* as in asmcall.h */
	testq	%r11, %r11
	jz	.Lleft
	cmpq	%rbp, CGO_M_CALLSP(%r11)
	jne	.Lleft
.Lsorted:
	.cfi_remember_state
	leave					/* the goroutine's stack again */
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	movq	RESUME, %r11			/* the guard, or a request */
	movq	%r11, GUARD			/* and its checks */
	ret

	/* A system stack, a request to preempt, or a low address.  A loop that does
	   nothing but come here can be stopped here only.  */
.Lspecial:
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	.Ldirect
	movabsq	$CGO_GUARD_PREEMPT, %r10
	cmpq	%r10, GUARD
	jne	__morestack
	call	*__cgo_preempt@GOTPCREL(%rip)
	jmp	.Lagain
.Ldirect:
	jmp	*%r11
	.cfi_restore_state
.Lleft:
	xorl	%r10d, %r10d
	call	*__cgo_c_returned@GOTPCREL(%rip)
	jmp	.Lsorted
	.size	__morestack, . - __morestack
END __cgo_asmcall_nb0

	NOTE_GNU_STACK
