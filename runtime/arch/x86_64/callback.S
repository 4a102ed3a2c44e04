/* callback.S - C calls a cgo_export function.

   The entry of the exported function (cgo/abi.h) comes here when the guard slot
   says that a system stack is running, with the body in r11 and the bytes of
   its stack arguments in r10; every other register is the caller's.  Three cases
   become one:

     an M inside a foreign call	     m->curg is the goroutine that called C; it
				     waits at callsp
     a thread that called before     the same: its M keeps a goroutine of its own
     a thread never seen	     __cgo_needm makes the M and the goroutine, in
				     the state of a foreign call

   Then: take the P back if it was lent (m->sys odd), move the g0 position below
   C's frames, so that foreign calls and the scheduler work there, go to the
   goroutine's stack, run the body, and undo it all.  C's frames are on this
   thread, so the goroutine cannot leave it while m->cb has any; the M is
   therefore the same afterwards and rbx keeps it, r12 the goroutine.

   C's stack may be any: the thread's, one that C has made and switched to, a signal
   stack.  Nothing is assumed of where it begins and ends.

   The C stack:					The goroutine's stack:

     rbp+16  stack arguments			  callsp
     rbp+8   return address			  (aligned to 64)
     rbp     saved rbp				  arguments, copied
     rbp-8   saved rbx				  return to here
     rbp-16  saved r12
     rbp-24  rax of the caller
     rbp-32  rcx, while arguments are copied
     rbp-40  the body
     (aligned to 64)		 <- g0sp

   What was before is kept in m->cb (struct cgo__cb), for a jump (sched/jump.c) or an
   exception (sched/eh.c) that leaves callbacks behind.  C may leave them by a jump that
   nobody tells us of: libc's own longjmp where a program does not know of libcgo,
   setcontext, __builtin_longjmp.  A frame at or above that of the last callback is a sign
   of it (__cgo_callback_slow looks closer), and so is a foreign call that ends and does not
   find callsp as it was (asmcall.h).  A callback that returns and is not the last, or was
   left, is a named error.

   In libcgo_nonshared.a, as the entries jump here.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

#define SAVED_RCX -32(%rbp)
#define BODY -40(%rbp)
#define FRAME 48

/* Of the callback that M in REG runs.  */
#define OLD(field, reg) (CGO_CB_##field - CGO_CB_SIZE)(reg)

	.text

/* void __cgo_callback (void), r10 = argument bytes and alignment, r11 = body.  */

HIDDEN_FUNC __cgo_callback
	.cfi_personality 0x9b, DW.ref.__cgo_callback_personality
	.type	__morestack, @function
__morestack:
	pushq	%rbp			/* the frame: for the way back, the */
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp		/* unwinder, and jumps over us */
	.cfi_def_cfa_register rbp
	pushq	%rbx			/* the M, */
	.cfi_offset rbx, -24
	pushq	%r12			/* the goroutine: both are wanted after */
	.cfi_offset r12, -32		/* the body, which keeps these registers */
	pushq	%rax			/* vector registers of a variadic call */
	subq	$(FRAME - 24), %rsp
	LOAD_M_OR_NULL %rbx
	testq	%rbx, %rbx		/* a thread never seen? */
	jz	.Lneedm
.Lhavem:
	cmpl	$0, CGO_M_CBSLOW(%rbx)	/* in a signal handler? */
	jne	.Lcheck
.Lchecked:
	movq	CGO_M_CB(%rbx), %rax		/* what was before goes there */
	cmpq	CGO_M_CBEND(%rbx), %rax		/* no room? */
	je	.Lslow
	cmpq	OLD (BP, %rax), %rbp		/* callbacks that were left? */
	jae	.Lslow
.Lroom:
	/* Through a register each: from store to load is what a callback costs.  */
	movq	%r11, BODY		/* r11 is wanted */
	movq	CGO_M_CALLSP(%rbx), %r11
	movq	%r11, CGO_CB_CALLSP(%rax)	/* the body's calls of C change it */
	movq	CGO_M_G0SP(%rbx), %r11
	movq	%r11, CGO_CB_G0SP(%rax)	/* for the way back */
	movq	%rbp, CGO_CB_BP(%rax)	/* who comes back, who was left? */
	movq	CGO_M_CURG(%rbx), %r12	/* who runs the body */
	movq	CGO_G_SEG(%r12), %r11
	movq	%r11, CGO_CB_SEG(%rax)	/* arguments may want another segment */
	movq	CGO_M_SYS(%rbx), %r11
	movq	%r11, CGO_CB_SYS(%rax)	/* the way back is to restore the parity */
	addq	$CGO_CB_SIZE, %rax
	movq	%rax, CGO_M_CB(%rbx)	/* all of it is there: jumps may look; and the
					   goroutine cannot leave this M now */
	andq	$-64, %rsp		/* C's frames are above; 64: asmcall.h */
	movq	%rsp, CGO_M_G0SP(%rbx)	/* calls below leave them alone */
	testb	$1, %r11b		/* was the P lent?  not by `nonblocking' */
	jz	.Lexited
	incq	CGO_M_SYS(%rbx)		/* ours again, as in asmcall.h ... */
	cmpl	$0, CGO_M_RETAKE(%rbx)	/* ... unless it was taken */
	jne	.Lexit
.Lexited:
	movq	OLD (CALLSP, %rax), %rax	/* below the goroutine's frames */
	testq	%r10, %r10
	jnz	.Largs
	movq	%rax, %r10
	andq	$-64, %r10
	movq	CGO_G_SEG(%r12), %r11
	cmpq	CGO_SEG_LIMIT(%r11), %r10	/* the slack is the body's, which may */
	jb	.Lgrow				/* have no check */
	movq	%rax, %rsp		/* the goroutine's stack, */
.Lcall:
	movq	CGO_G_SEG(%r12), %rax
	andq	$-64, %rsp		/* as the body's caller would have it, and
					   more for wide arguments; not at once: slow.S */
	movq	CGO_SEG_GUARD(%rax), %rax
	movq	%rax, RESUME		/* what the body's calls of C put back */
	movq	%rax, GUARD		/* the body's checks */
	movq	-24(%rbp), %rax		/* the caller's: vector registers in use */
	call	*BODY

	/* Every register but r10 and r11 may be the body's result.  */
	movq	$CGO_GUARD_SYSTEM, GUARD	/* a system stack */
	leaq	-FRAME(%rbp), %rsp	/* C's stack */
	movq	CGO_M_CB(%rbx), %r11
	cmpq	%rbp, OLD (BP, %r11)	/* are we the last one? */
	jne	.Lorder
	movq	OLD (SEG, %r11), %r10	/* .Largs may have changed it */
	movq	%r10, CGO_G_SEG(%r12)
	movq	CGO_SEG_GUARD(%r10), %r10
	movq	%r10, RESUME		/* and it was another segment's; a request
					   that is lost here is made again */
	movq	OLD (CALLSP, %r11), %r10
	movq	%r10, CGO_M_CALLSP(%rbx)
	movq	OLD (G0SP, %r11), %r10
	movq	%r10, CGO_M_G0SP(%rbx)
	subq	$CGO_CB_SIZE, %r11
	movq	%r11, CGO_M_CB(%rbx)	/* the last: jumps may come before */
	testb	$1, CGO_CB_SYS(%r11)	/* lend the P if it was lent */
	jz	.Lentered
	incq	CGO_M_SYS(%rbx)		/* as in asmcall.h */
	cmpl	$0, CGO_M_RETAKE(%rbx)	/* stress, or a thread about to end? */
	jne	.Lenter
.Lentered:
	movq	-16(%rbp), %r12		/* the caller's */
	movq	-8(%rbp), %rbx
	.cfi_remember_state
	leave
	.cfi_restore r12
	.cfi_restore rbx
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	ret
	.cfi_restore_state

	/* Stack arguments: below the goroutine's position, where that leaves
	   the slack alone; else __cgo_callback_grow moves to a segment with
	   room, and callsp with it.  rax = place, r10 = bytes.  */
.Largs:
	andq	$-64, %rax
	movq	%rcx, SAVED_RCX
1:	movl	%r10d, %ecx
	subq	%rcx, %rax
	movq	%r10, %rcx
	shrq	$CGO_ARG_ALIGN_SHIFT, %rcx
	jnz	2f
	movl	$6, %ecx
2:	shrq	%cl, %rax
	shlq	%cl, %rax
	movq	CGO_G_SEG(%r12), %rcx
	cmpq	CGO_SEG_LIMIT(%rcx), %rax
	jae	3f
	movq	SAVED_RCX, %rcx
	movq	BODY, %r11
	call	*__cgo_callback_grow@GOTPCREL(%rip)
	movq	CGO_M_CALLSP(%rbx), %rax
	jmp	1b
3:	movl	%r10d, %r10d
	movq	CGO_M_CALLSP(%rbx), %rsp	/* there while they are copied: slow.S */
4:	movq	16-8(%rbp,%r10), %rcx
	movq	%rax, %rsp
	movq	%rcx, -8(%rax,%r10)
	subq	$8, %r10
	jnz	4b
	movq	SAVED_RCX, %rcx
	jmp	.Lcall

.Lgrow:
	xorl	%r10d, %r10d		/* no arguments */
	movq	BODY, %r11
	call	*__cgo_callback_grow@GOTPCREL(%rip)
	movq	CGO_M_CALLSP(%rbx), %rsp
	jmp	.Lcall

.Lneedm:
	call	*__cgo_needm@GOTPCREL(%rip)
	LOAD_M	%rbx
	jmp	.Lhavem
.Lcheck:
	call	*__cgo_callback_check@GOTPCREL(%rip)
	jmp	.Lchecked
.Lslow:
	call	*__cgo_callback_slow@GOTPCREL(%rip)
	movq	CGO_M_CB(%rbx), %rax
	jmp	.Lroom
.Lorder:
	call	*__cgo_callback_order@GOTPCREL(%rip)
	ud2
.Lexit:
	mfence				/* as in asmcall.h */
	testl	$~CGO_RETAKE_FENCED, CGO_M_RETAKE(%rbx)
	jz	.Lexited
	call	*__cgo_callback_exit@GOTPCREL(%rip)
	jmp	.Lexited
.Lenter:
	testl	$~CGO_RETAKE_FENCED, CGO_M_RETAKE(%rbx)
	jz	.Lentered
	call	*__cgo_callback_enter@GOTPCREL(%rip)
	jmp	.Lentered
	.size	__morestack, . - __morestack
END __cgo_callback

	/* What the unwinder calls when it passes: sched/eh.c.  */
	.section .data.rel.DW.ref.__cgo_callback_personality, "awG", @progbits, \
		DW.ref.__cgo_callback_personality, comdat
	.weak	DW.ref.__cgo_callback_personality
	.hidden	DW.ref.__cgo_callback_personality
	.type	DW.ref.__cgo_callback_personality, @object
	.size	DW.ref.__cgo_callback_personality, 8
	.p2align 3
DW.ref.__cgo_callback_personality:
	.quad	__cgo_callback_personality

	NOTE_GNU_STACK
