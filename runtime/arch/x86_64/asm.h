/* asm.h - what the assembly files of x86-64 share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ASM_H
#define CGO_ASM_H 1

#include "cgo/abi.h"

#define GUARD %fs:CGO_GUARD_SLOT

/* A landing pad for indirect jumps; where -fcf-protection is off it is a nop
   that costs nothing to have.  */
#define ENDBR endbr64

/* REG = the M of this thread.  */
.macro LOAD_M reg
	movq	__cgo_m@gottpoff(%rip), \reg
	movq	%fs:(\reg), \reg
.endm

.macro FUNC name
	.globl	\name
	.type	\name, @function
	.p2align 5
\name:
	.cfi_startproc
	ENDBR
.endm

.macro HIDDEN_FUNC name
	.hidden	\name
	FUNC	\name
.endm

.macro END name
	.cfi_endproc
	.size	\name, . - \name
.endm

#define NOTE_GNU_STACK .section .note.GNU-stack, "", @progbits

#endif
