/* asm.h - what the assembly files of x86-64 share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ASM_H
#define CGO_ASM_H 1

#include "cgo/abi.h"

#define GUARD %fs:CGO_GUARD_SLOT
#define RESUME %fs:CGO_RESUME_SLOT

/* A landing pad for indirect jumps; where -fcf-protection is off it is a nop
   that costs nothing to have.  */
#define ENDBR endbr64

/* REG = the M of this thread, which has one.  */
.macro LOAD_M reg
	movq	%fs:CGO_M_SLOT, \reg
.endm

/* REG = the M of this thread, or null.  */
.macro LOAD_M_OR_NULL reg
	movq	__cgo_tls@gottpoff(%rip), \reg
	movq	%fs:CGO_TLS_M(\reg), \reg
.endm

/* A function that a pointer may reach.  */
.macro FUNC name
	.globl	\name
	.type	\name, @function
	.p2align 5
	.skip	28, 0xcc
	.long	CGO_CODE_MARK
\name:
	.cfi_startproc
	ENDBR
.endm

.macro HIDDEN_FUNC name
	.hidden	\name
	FUNC	\name
.endm

/* A hidden function that is reached by direct jumps only: no end-branch.  */
.macro HIDDEN_ENTRY name
	.hidden	\name
	.globl	\name
	.type	\name, @function
	.p2align 5
\name:
	.cfi_startproc
.endm

.macro END name
	.cfi_endproc
	.size	\name, . - \name
.endm

#define NOTE_GNU_STACK .section .note.GNU-stack, "", @progbits

#endif
