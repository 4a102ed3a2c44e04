/* x86_64.S - the ways out of a context's code, and the way in of a closure.

   Code of libgccjit's is linked by libgccjit, into a shared object that is opened at once, with
   RTLD_NOW: what it calls here is bound before it runs.  The functions behind these are hidden
   and ours, from libcgo_nonshared.a.

   SPDX-License-Identifier: MIT  */

#include "arch/x86_64/asm.h"
#include "closure.h"

	.text

/* void __cgo_jitNAME (void): NAME, with all registers as they are.  */
.macro WAY name, symbol
	.globl	\symbol
	.type	\symbol, @function
	.p2align 4
\symbol:
	.cfi_startproc
	jmp	\name
	.cfi_endproc
	.size	\symbol, . - \symbol
.endm

	WAY	__morestack, __cgo_jit__morestack
	WAY	__morestack_large_model, __cgo_jit__morestack_large_model
	WAY	__morestack_non_split, __cgo_jit__morestack_non_split
	WAY	__morestack_allocate_stack_space, __cgo_jit__morestack_allocate_stack_space
	WAY	__cgo_asmcall, __cgo_jit_asmcall
	WAY	__cgo_asmcall0, __cgo_jit_asmcall0
	WAY	__cgo_asmcall4, __cgo_jit_asmcall4
	WAY	__cgo_asmcall_nb, __cgo_jit_asmcall_nb
	WAY	__cgo_asmcall_nb0, __cgo_jit_asmcall_nb0
	WAY	__cgo_asmcall_block, __cgo_jit_asmcall_block
	WAY	__cgo_asmcall_pin, __cgo_jit_asmcall_pin
	WAY	__cgo_callback, __cgo_jit_callback

/* void __cgo_closure_enter (void), r10 = closure (closure.c), all else as for its function: runs
   that on a goroutine.  A goroutine that calls the closure's pointer does so on g0, so only code
   of -fsplit-stack, which calls C where it stands, comes with a guard.  */

HIDDEN_FUNC __cgo_closure_enter
	movq	CLOSURE_FN(%r10), %r11
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	jne	1f
	movq	CLOSURE_BYTES(%r10), %r10
	jmp	__cgo_callback
1:	jmp	*%r11
END __cgo_closure_enter

	NOTE_GNU_STACK
