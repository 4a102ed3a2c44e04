/* switch.S - onto a goroutine's stack and off it, in the light form.

   A goroutine that waits does so in a call of a cgo_ function (api.S), whose
   frame on its stack holds everything a C function must preserve.  Below it,
   nothing: to resume is to load the stack pointer and pop.  If it follows one that has stopped
   in such a call, too, then api.S does that.

     sp+48  return address		     cgo__gostart for a new goroutine, with
     sp+40  rbp  ...  sp  r15		     its argument block above

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* _Noreturn void cgo__gogo (uintptr_t sp, intptr_t ret, struct cgo__m *m)
   Runs on g0.  m->curg is the goroutine; its cgo_ call returns RET.  */

HIDDEN_FUNC cgo__gogo
	.cfi_undefined rip
	movq	%rsi, %rax
	movl	$0, CGO_M_API(%rdx)
	movq	CGO_M_CURG(%rdx), %rcx
	movq	CGO_G_SEG(%rcx), %rcx
	movq	CGO_SEG_GUARD(%rcx), %rcx
	movq	%rdi, %rsp
	movq	%rcx, RESUME
	movq	%rcx, GUARD
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END cgo__gogo

/* _Noreturn void cgo__on_g0 (void (*fn) (void), uintptr_t g0sp)  */

HIDDEN_FUNC cgo__on_g0
	.cfi_undefined rip
	movq	%rsi, %rsp
	xorl	%ebp, %ebp
	call	*%rdi
	ud2
END cgo__on_g0

/* Where a new goroutine begins: rsp = its argument block (cgo/abi.h), then its
   stack arguments; with cgo__gostart_vectors, the vector registers first.  The outermost frame
   of every traceback.  */

.macro LOAD_ARGS
	movq	CGO_ARGS_FN(%rsp), %r11
	movq	CGO_ARGS_RAX(%rsp), %rax
	movq	CGO_ARGS_RDI(%rsp), %rdi
	movq	CGO_ARGS_RSI(%rsp), %rsi
	movq	CGO_ARGS_RDX(%rsp), %rdx
	movq	CGO_ARGS_RCX(%rsp), %rcx
	movq	CGO_ARGS_R8(%rsp), %r8
	movq	CGO_ARGS_R9(%rsp), %r9
	addq	$CGO_ARGS_SIZE, %rsp
.endm

HIDDEN_FUNC cgo__gostart_over
	.cfi_undefined rip
	emms					/* a result in st0 */
	call	.Lend
	/* It goes on with another goroutine.  Where one ends another often begins, so that is what
	   this call seems to return to (api.S).  */
	.hidden	cgo__gostart
	.globl	cgo__gostart
	.type	cgo__gostart, @function
cgo__gostart:
	LOAD_ARGS
	call	*%r11
	jmp	cgo__gostart_over
	.size	cgo__gostart, . - cgo__gostart
	/* As cgo__api enters a function and goes on after it, but nothing need be kept.  */
.Lend:
	LOAD_M	%rbx
	movq	$CGO_GUARD_SYSTEM, GUARD
	movq	CGO_M_G0SP(%rbx), %rsp
	call	cgo__goend
	jmp	cgo__api_stopped
END cgo__gostart_over

HIDDEN_FUNC cgo__gostart_vectors
	.cfi_undefined rip
	.irp	i, 0, 1, 2, 3, 4, 5, 6, 7
	movups	16*\i(%rsp), %xmm\i
	.endr
	addq	$CGO_VECTORS_SIZE, %rsp
	jmp	cgo__gostart
END cgo__gostart_vectors

/* The same for main, which ends the program: its status to exit, on g0.  The P is
   lent, for exit handlers may wait for others.  */

HIDDEN_FUNC cgo__gostart_main
	.cfi_undefined rip
	LOAD_ARGS
	call	*%r11
	movl	%eax, %edi
	leaq	cgo__main_exit(%rip), %r11
	call	__cgo_asmcall0
	ud2
END cgo__gostart_main

/* void cgo__unwind_at (uintptr_t sp, void (*fn) (void *), void *arg)
   Calls fn (arg) with rbp at the frame of the cgo_ call a goroutine waits in,
   and says that this is our frame: the unwinder goes on there.  */

HIDDEN_FUNC cgo__unwind_at
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset rbx, -24
	movq	%rsp, %rbx
	subq	$8, %rsp
	leaq	CGO_API_SAVED(%rdi), %rbp
	movq	%rdx, %rdi
	.cfi_remember_state
	.cfi_def_cfa rbp, 16
	.cfi_offset rbp, -16
	.cfi_offset rbx, -24
	.cfi_offset r12, -32
	.cfi_offset r13, -40
	.cfi_offset r14, -48
	.cfi_offset r15, -56
	call	*%rsi
	.cfi_restore_state
	movq	%rbx, %rsp
	popq	%rbx
	popq	%rbp
	ret
END cgo__unwind_at

/* void cgo__unwind_ctx (struct cgo__ctx *, void (*fn) (void *), void *arg)
   The same for a full context, whose stack pointer is where slow.S pushed rbx.  */

HIDDEN_FUNC cgo__unwind_ctx
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset rbx, -24
	pushq	%r12
	.cfi_def_cfa_offset 32
	.cfi_offset r12, -32
	pushq	%r13
	pushq	%r14
	pushq	%r15
	pushq	%r15
	movq	CGO_CTX_RSP(%rdi), %rbx
	movq	CGO_CTX_RBP(%rdi), %rbp
	movq	CGO_CTX_R12(%rdi), %r12
	movq	CGO_CTX_R13(%rdi), %r13
	movq	CGO_CTX_R14(%rdi), %r14
	movq	CGO_CTX_R15(%rdi), %r15
	movq	%rdx, %rdi
	.cfi_remember_state
	.cfi_def_cfa rbx, 16
	.cfi_offset rbx, -16
	.cfi_same_value rbp
	.cfi_same_value r12
	call	*%rsi
	.cfi_restore_state
	popq	%r15
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END cgo__unwind_ctx

	NOTE_GNU_STACK
