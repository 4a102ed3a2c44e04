/* slow.S - from the middle of the fast paths into C, with every register kept.

   A fast path that cannot go on (growth, preemption, a P that was taken) stands
   where a compiler expects no call: any register may be live, vectors and x87
   included.  Each entry here saves them all in a context (cgo/abi.h), on a
   system stack, and calls its C function with the context as argument.  The
   function returns, or it parks the goroutine: then it copies the context to
   the heap, and cgo__gogo_ctx brings it back on the stack of whatever M runs the
   goroutine next.

   Two kinds.  FROM_GOROUTINE: on a goroutine's stack, of which it takes 24 bytes;
   the context goes to g0, at g0sp, and the guard slot says so meanwhile.
   FROM_SYSTEM: already on a system stack; the context goes below.

   rbx, pushed first, marks the place: CFA = rbx + 16.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* rsp = rax = where the context goes, rbx = the stack pointer to come back to, on top
   of which rax was pushed.  Leaves rdi = the context.

   (valgrind takes what is below the stack pointer for nobody's; so that moves first, here and
   wherever something is put on another stack.  It takes a move to another stack for that and no
   more; so there are two, to where that stack was left and on to where the new things end, and
   memory is read in between, else it sees but one.)  */
.macro SAVE_CTX
	movq	%rcx, CGO_CTX_RCX(%rax)
	movq	%rdx, CGO_CTX_RDX(%rax)
	movq	%rsi, CGO_CTX_RSI(%rax)
	movq	%rdi, CGO_CTX_RDI(%rax)
	movq	%rbp, CGO_CTX_RBP(%rax)
	movq	%rbx, CGO_CTX_RSP(%rax)
	movq	%r8, CGO_CTX_R8(%rax)
	movq	%r9, CGO_CTX_R9(%rax)
	movq	%r10, CGO_CTX_R10(%rax)
	movq	%r11, CGO_CTX_R11(%rax)
	movq	%r12, CGO_CTX_R12(%rax)
	movq	%r13, CGO_CTX_R13(%rax)
	movq	%r14, CGO_CTX_R14(%rax)
	movq	%r15, CGO_CTX_R15(%rax)
	movq	-8(%rbx), %rcx
	movq	%rcx, CGO_CTX_RAX(%rax)
	movq	%rax, %rdi
	cmpb	$0, cgo__use_xsave(%rip)
	je	1f
	xorl	%ecx, %ecx			/* the XSAVE header */
	.irp	i, 0, 8, 16, 24, 32, 40, 48, 56
	movq	%rcx, CGO_CTX_XSAVE+512+\i(%rdi)
	.endr
	movl	cgo__xsave_mask(%rip), %eax
	movl	4+cgo__xsave_mask(%rip), %edx
	xsave64	CGO_CTX_XSAVE(%rdi)
	jmp	2f
1:	fxsave64 CGO_CTX_XSAVE(%rdi)
2:	emms					/* st0 is C's result, not the next
						   goroutine's */
	cld
.endm

/* rsp = the context.  Ends with rsp = where rbx was pushed.  */
.macro RESTORE_CTX
	movq	%rsp, %rdi
	cmpb	$0, cgo__use_xsave(%rip)
	je	1f
	movl	cgo__xsave_mask(%rip), %eax
	movl	4+cgo__xsave_mask(%rip), %edx
	xrstor64 CGO_CTX_XSAVE(%rdi)
	jmp	2f
1:	fxrstor64 CGO_CTX_XSAVE(%rdi)
2:	movq	CGO_CTX_RCX(%rdi), %rcx
	movq	CGO_CTX_RDX(%rdi), %rdx
	movq	CGO_CTX_RSI(%rdi), %rsi
	movq	CGO_CTX_RBP(%rdi), %rbp
	movq	CGO_CTX_RSP(%rdi), %rbx
	movq	CGO_CTX_R8(%rdi), %r8
	movq	CGO_CTX_R9(%rdi), %r9
	movq	CGO_CTX_R10(%rdi), %r10
	movq	CGO_CTX_R11(%rdi), %r11
	movq	CGO_CTX_R12(%rdi), %r12
	movq	CGO_CTX_R13(%rdi), %r13
	movq	CGO_CTX_R14(%rdi), %r14
	movq	CGO_CTX_R15(%rdi), %r15
	movq	CGO_CTX_RAX(%rdi), %rax
	movq	CGO_CTX_RDI(%rdi), %rdi
	movq	%rbx, %rsp
.endm

.macro PUSH_MARK
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset rbx, -16
	movq	%rsp, %rbx
	.cfi_def_cfa_register rbx
	pushq	%rax
.endm

.macro POP_MARK
	popq	%rbx
	.cfi_restore rbx
	.cfi_def_cfa rsp, 8
	ret
.endm

.macro FROM_GOROUTINE name, fn
	.protected \name
FUNC \name
	PUSH_MARK
	LOAD_M	%rax
	movq	$CGO_GUARD_SYSTEM, GUARD
	movq	CGO_M_G0SP(%rax), %rsp
	subq	cgo__ctx_size(%rip), %rsp
	movq	%rsp, %rax
	SAVE_CTX
	call	\fn
	jmp	.Lresume
END \name
.endm

.macro FROM_SYSTEM name, fn
FUNC \name
	PUSH_MARK
	subq	cgo__ctx_size(%rip), %rsp
	andq	$-64, %rsp
	movq	%rsp, %rax
	SAVE_CTX
	call	\fn
	RESTORE_CTX
	POP_MARK
END \name
.endm

	.type	__morestack, @function
__morestack:

/* _Noreturn void cgo__gogo_ctx (struct cgo__ctx *ctx)  */

HIDDEN_FUNC cgo__gogo_ctx
	.cfi_undefined rip
	movq	%rdi, %rsp
.Lresume:
	LOAD_M	%rax
	movq	CGO_M_CURG(%rax), %rax
	movq	CGO_G_SEG(%rax), %rax
	movq	CGO_SEG_GUARD(%rax), %rax
	movq	%rax, RESUME
	movq	%rax, GUARD
	RESTORE_CTX
	popq	%rbx
	ret
END cgo__gogo_ctx

FROM_GOROUTINE __cgo_morestack_slow, cgo__newstack
FROM_GOROUTINE __cgo_exitsyscall_slow, cgo__exitsyscall_slow
FROM_GOROUTINE __cgo_preempt, cgo__call_over
FROM_GOROUTINE __cgo_resync_slow, cgo__resync

FROM_SYSTEM __cgo_entersyscall_full, cgo__entersyscall_slow
FROM_SYSTEM __cgo_entersyscallblock, cgo__entersyscallblock
	.hidden	__cgo_needm_slow
FROM_SYSTEM __cgo_needm_slow, cgo__needm
FROM_SYSTEM __cgo_callback_check, cgo__callback_check
FROM_SYSTEM __cgo_callback_exit, cgo__callback_exit
FROM_SYSTEM __cgo_callback_enter, cgo__callback_enter
FROM_SYSTEM __cgo_callback_slow, cgo__callback_slow
FROM_SYSTEM __cgo_callback_order, cgo__callback_order
FROM_SYSTEM __cgo_c_returned, cgo__c_returned
FROM_SYSTEM __cgo_callback_grow, cgo__callback_grow

	.size	__morestack, . - __morestack

/* void __cgo_entersyscall_slow (void), where asmcall finds m->sys negative; rbp is its frame, and
   r10 is free.  Mostly there is nothing to be done: no call from this place has blocked
   (sched/handoff.c).  */

FUNC __cgo_entersyscall_slow
	LOAD_M	%r10
	testl	$CGO_RETAKE_ALWAYS, CGO_M_RETAKE(%r10)
	jnz	__cgo_entersyscall_full
	decl	CGO_M_PATIENCE(%r10)
	js	__cgo_entersyscall_full
	pushq	%rax
	.cfi_adjust_cfa_offset 8
	movq	8(%rbp), %rax			/* where the call is */
	movq	%rax, %r10
	shrq	$CGO_SITES_LOG, %r10
	xorq	%r10, %rax
	andl	$(CGO_SITES - 1), %eax
	leaq	cgo__sites(%rip), %r10
	cmpb	$0, (%r10,%rax)
	popq	%rax
	.cfi_adjust_cfa_offset -8
	jne	__cgo_entersyscall_full
	ret
END __cgo_entersyscall_slow

/* void __cgo_needm (void), on a thread without an M.  If the runtime has not started, it is not
   known yet how large a context is: arch.c finds out, with general registers.  */

FUNC __cgo_needm
	cmpq	$0, cgo__ctx_size(%rip)
	jne	__cgo_needm_slow
	.irp	reg, rax, rcx, rdx, rsi, rdi, r8, r9, r10, r11
	pushq	%\reg
	.cfi_adjust_cfa_offset 8
	.endr
	call	cgo__arch_init
	.irp	reg, r11, r10, r9, r8, rdi, rsi, rdx, rcx, rax
	popq	%\reg
	.cfi_adjust_cfa_offset -8
	.endr
	jmp	__cgo_needm_slow
END __cgo_needm

/* void __cgo_resync (void), where a jump may arrive (plugin/pass-resync.cc).  Nothing is
   to be done if the stack pointer is on no segment of the goroutine: a system stack; or
   if it is on the one we know of, and the guard slot and m->cb say that neither C nor
   a callback was left.  */

FUNC __cgo_resync
	LOAD_M_OR_NULL %rax
	testq	%rax, %rax
	jz	3f
	movq	CGO_M_CB(%rax), %rdx
	subq	CGO_M_CBBASE(%rax), %rdx
	movq	CGO_M_CURG(%rax), %rax
	testq	%rax, %rax
	jz	3f
	movq	CGO_G_SEG(%rax), %rax
	cmpq	CGO_SEG_LO(%rax), %rsp
	jb	1f
	cmpq	%rax, %rsp
	jae	1f
	testq	%rdx, %rdx
	jnz	2f
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	2f
3:	ret
1:	movq	CGO_SEG_PREV(%rax), %rax
	testq	%rax, %rax
	jz	3b
	cmpq	CGO_SEG_LO(%rax), %rsp
	jb	1b
	cmpq	%rax, %rsp
	jae	1b
2:	jmp	__cgo_resync_slow
END __cgo_resync

	NOTE_GNU_STACK
