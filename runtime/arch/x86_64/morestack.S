/* morestack.S - a function's stack check has failed: run its body on the next
   segment, and come back.

   The protocol is that of GCC's split stacks (cgo/abi.h has it): we are called
   at the function's entry, before it pushed anything, and call its body as a
   function of our own; when the body returns to us we return to its caller.  So
   a crossing costs two switches of %rsp and no more, as long as the next
   segment is there and fits: g->seg->next is kept for that.  All else, growth
   and preemption among it, is __cgo_morestack_slow, which returns here to try
   again.

   Callers compiled with -fipa-ra know which registers the body touches, so both
   halves touch only r10, r11 and what they save.  The first half needs three
   more and pushes them; the second half gets by with the two.

   A nested function has its static chain in r10.  It comes in by an entry of its own,
   which sorts the registers, and then goes the same way: what is pushed last is what
   the body finds in r10.

   The debugger knows the name __morestack and lets the stack pointer jump under
   it.  The CFA is rbp + 24, which skips the return address into the cold path:
   the body seems to be called by the function's caller, as it is in truth.

   The stack at `call *', the old segment to the left:

     rbp+24  stack arguments	  |   arguments, copied
     rbp+16  return of the body	  |   0(%rsp) return to here
     rbp+8   return to cold path  |
     rbp     saved rbp		  |

   This file is in libcgo_nonshared.a: the call must not go through a PLT, which
   needs more stack than there is.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void __morestack (void), r10 = frame, r11 = argument bytes and alignment.  */

HIDDEN_FUNC __morestack
	.cfi_def_cfa rsp, 16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset rbp, -24
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	pushq	%rax
	pushq	%rdx
	pushq	%rcx
	pushq	%r10				/* the chain, if there were one */

	/* rax = g, rcx = its segment, rdx = the next.  */
.Lretry:
	LOAD_M	%rax
	movq	CGO_M_CURG(%rax), %rax
	movq	CGO_G_SEG(%rax), %rcx
	movq	CGO_SEG_NEXT(%rcx), %rdx
	testq	%rdx, %rdx
	jz	.Lslow
	cmpw	$0, %fs:CGO_GUARD_MIDDLE
	jl	.Lslow				/* CGO_GUARD_PREEMPT */
	testq	%r11, %r11
	jnz	.Largs
	movq	CGO_SEG_LIMIT(%rdx), %rcx
	addq	%r10, %rcx
	cmpq	%rdx, %rcx
	ja	.Lslow
	movq	%rdx, %r11			/* the body's stack pointer */

.Lenter:
	movq	%rbp, CGO_SEG_OLDBP(%rdx)
	incl	CGO_SEG_USED(%rdx)
	movq	%rdx, CGO_G_SEG(%rax)
	movq	CGO_SEG_GUARD(%rdx), %rcx
	movq	%rcx, RESUME
	movq	%rcx, GUARD
	popq	%r10
	popq	%rcx
	popq	%rdx
	popq	%rax
	movq	%r11, %rsp
	movq	8(%rbp), %r11
	addq	$CGO_MORESTACK_BODY, %r11
	call	*%r11
.Lreturn:

	/* Every register but r10 and r11 may be the body's result.  */
	LOAD_M	%r11
	movq	CGO_M_CURG(%r11), %r11
	movq	CGO_G_SEG(%r11), %r10
	movq	CGO_SEG_PREV(%r10), %r10
	movq	%r10, CGO_G_SEG(%r11)
	movq	CGO_SEG_GUARD(%r10), %r10
	movq	%r10, RESUME
	movq	%r10, GUARD
	movq	%rbp, %rsp
	.cfi_remember_state
	popq	%rbp
	.cfi_def_cfa rsp, 16
	.cfi_restore rbp
	ret
	.cfi_restore_state

	/* With stack arguments: they go to the top of the new segment, aligned
	   to 64 or as r11 asks.  r10 = frame, rbx = bytes, rcx = their place.  */
.Largs:
	pushq	%rbx
	.cfi_offset rbx, -64
	movl	%r11d, %ebx
	movq	%r11, %rcx
	shrq	$CGO_ARG_ALIGN_SHIFT, %rcx
	jnz	1f
	movl	$6, %ecx
1:	pushq	%rax
	movq	$-1, %rax
	shlq	%cl, %rax
	movq	%rdx, %rcx
	subq	%rbx, %rcx
	andq	%rax, %rcx
	movq	%rcx, %rax
	subq	%r10, %rax
	jc	2f
	cmpq	CGO_SEG_LIMIT(%rdx), %rax
	jb	2f
	movq	%rcx, %r11
	movq	%rdx, %rsp			/* there while they are copied: slow.S */
3:	movq	24-8(%rbp,%rbx), %rax
	movq	%rcx, %rsp
	movq	%rax, -8(%rcx,%rbx)
	subq	$8, %rbx
	jnz	3b
	leaq	-48(%rbp), %rsp
	popq	%rax
	.cfi_remember_state
	popq	%rbx
	.cfi_restore rbx
	jmp	.Lenter
	.cfi_restore_state
2:	popq	%rax
	popq	%rbx
	.cfi_restore rbx

	/* Growth or preemption.  Afterwards there may be room in place: then
	   leave no frame behind and jump to the body.  */
.Lslow:
	call	*__cgo_morestack_slow@GOTPCREL(%rip)
	leaq	16(%rbp), %rax
	subq	%r10, %rax
	cmpq	GUARD, %rax
	jb	.Lretry
	popq	%r10
	popq	%rcx
	popq	%rdx
	popq	%rax
	movq	8(%rbp), %r11
	addq	$CGO_MORESTACK_BODY, %r11
	movq	(%rbp), %rbp
	.cfi_def_cfa rsp, 24
	.cfi_restore rbp
	addq	$16, %rsp
	.cfi_def_cfa rsp, 8
	jmp	*%r11
END __morestack

/* void __cgo_morestack_chain (void), r10 = chain, r11 = frame, arguments and alignment
   (CGO_CHAIN_*).  The debugger sees __morestack: nothing happens here.  */

HIDDEN_ENTRY __cgo_morestack_chain
	.cfi_def_cfa rsp, 16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset rbp, -24
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	pushq	%rax
	pushq	%rdx
	pushq	%rcx
	pushq	%r10
	movl	%r11d, %r10d			/* frame */
	shrq	$CGO_CHAIN_WORDS_SHIFT, %r11
	movq	%r11, %rcx
	andl	$CGO_CHAIN_WORDS_MAX, %r11d
	shrq	$CGO_CHAIN_ALIGN_SHIFT - CGO_CHAIN_WORDS_SHIFT, %rcx
	shlq	$CGO_ARG_ALIGN_SHIFT, %rcx
	leaq	(%rcx,%r11,8), %r11
	jmp	.Lretry
END __cgo_morestack_chain

/* void *__cgo_arguments (void *cfa), changes rax and rdx only: where the stack arguments
   are of the function whose CFA that is, which runs.  */

HIDDEN_ENTRY __cgo_arguments
	movq	%rdi, %rax
	leaq	.Lreturn(%rip), %rdx
	cmpq	-8(%rdi), %rdx
	jne	1f
	LOAD_M	%rax
	movq	CGO_M_CURG(%rax), %rax
	movq	CGO_G_SEG(%rax), %rax
	movq	CGO_SEG_OLDBP(%rax), %rax
	addq	$24, %rax
1:	ret
END __cgo_arguments

/* void *__cgo_frame_address (void *frame, size_t level), the frame of the caller LEVEL
   levels above that with frame pointer FRAME, if all have one.  */

HIDDEN_ENTRY __cgo_frame_address
	leaq	.Lreturn(%rip), %rdx
	movq	%rdi, %rax
1:	testq	%rsi, %rsi
	jz	2f
	decq	%rsi
	cmpq	8(%rax), %rdx
	movq	(%rax), %rax
	jne	1b
	movq	(%rax), %rax			/* ours */
	jmp	1b
2:	ret
END __cgo_frame_address

/* void *__cgo_return_address (void *frame, size_t level), of that frame.  */

HIDDEN_ENTRY __cgo_return_address
	call	__cgo_frame_address
	cmpq	8(%rax), %rdx
	jne	1f
	movq	(%rax), %rax
	addq	$8, %rax
1:	movq	8(%rax), %rax
	ret
END __cgo_return_address

	/* Brings splitstack.S along.  */
	.reloc	.Lreturn, R_X86_64_NONE, __morestack_non_split

	NOTE_GNU_STACK
