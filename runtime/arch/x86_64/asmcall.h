/* asmcall.h - a goroutine calls C: the macro behind asmcall*.S, one file a mode.

   The thunk of a foreign function (cgo/abi.h) comes here with the function in
   r11 and the bytes of its stack arguments in r10; every other register is the
   function's.  On a system stack the function is simply jumped to.  On a
   goroutine's stack we

     enter  record where the goroutine is, for callbacks and tracebacks; make
	    the guard slot say "system stack"; lend the P by making m->sys odd;
     call   on g0, at m->g0sp, with the stack arguments copied;
     exit   make m->sys even; if nobody took the P meanwhile, go on.

   No locked instruction, no system call: runtime/sched/syscall.c tells why that
   is enough, and has the slow halves.  After the exit the goroutine may be on
   another M, but not in between, so rbx keeps the M.

   gdb lets the stack pointer jump only below a function it takes for
   __morestack, so a local symbol of that name covers each entry; an object can
   hold one local symbol of a name, hence the files.

   The goroutine's stack:		The g0 stack:

     rbp+16  stack arguments		  m->g0sp  (64-aligned)
     rbp+8   return address		     arguments, if any
     rbp     saved rbp
     rbp-8   saved rbx	<- m->callsp	  return to here
     rbp-16  rax, rcx for a moment

   These files are in libcgo_nonshared.a, so that dlopen and dlsym (RTLD_NEXT),
   which look at their return address, see the object that called.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ASMCALL_H
#define CGO_ASMCALL_H 1

#include "asm.h"

#define MODE_DEFAULT 0
#define MODE_NONBLOCKING 1
#define MODE_BLOCKING 2
#define MODE_PIN 3

/* void NAME (void), r10 = argument bytes and alignment, r11 = function.  */

.macro ASMCALL name, mode
HIDDEN_FUNC \name
	.type	__morestack, @function
__morestack:
	cmpq	$CGO_GUARD_SYSTEM, GUARD	/* which stack? */
	je	.Ldirect\@
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	pushq	%rbx
	.cfi_offset rbx, -24
	LOAD_M	%rbx
.if \mode == MODE_PIN
	pushq	%rax
	movq	CGO_M_CURG(%rbx), %rax
	movl	$1, CGO_G_PINNED(%rax)
	popq	%rax
.endif
	movq	%rsp, CGO_M_CALLSP(%rbx)	/* callbacks start below */
	movq	$CGO_GUARD_SYSTEM, GUARD	/* the checks of callbacks and
						   handlers, and sysmon */
.if \mode != MODE_NONBLOCKING
	incq	CGO_M_SYS(%rbx)			/* lent: a release, as every
						   store on x86 */
.if \mode == MODE_BLOCKING
	call	*__cgo_entersyscallblock@GOTPCREL(%rip)
.else
	cmpl	$0, CGO_M_RETAKE(%rbx)		/* stop or stress? */
	jne	.Lenter\@
.endif
.endif
.Lentered\@:
	movq	CGO_M_G0SP(%rbx), %rsp
	testq	%r10, %r10
	jnz	.Lcopy\@
	call	*%r11
.Lback\@:
	leaq	-8(%rbp), %rsp
.if \mode != MODE_NONBLOCKING
	incq	CGO_M_SYS(%rbx)			/* ours again, unless ... */
	cmpl	$0, CGO_M_RETAKE(%rbx)		/* ... it was taken */
	jne	.Lexit\@
.else
	testl	$CGO_RETAKE_PREEMPT, CGO_M_RETAKE(%rbx)
	jnz	.Lpreempt\@
.endif
.Lexited\@:
	movq	CGO_M_CURG(%rbx), %r11
	movq	CGO_G_GUARD(%r11), %r11		/* the truth: a preemption
						   request may be gone */
	movq	%r11, GUARD
.Lout\@:
	.cfi_remember_state
	popq	%rbx
	.cfi_restore rbx
	popq	%rbp
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	ret
.Ldirect\@:
	jmp	*%r11
	.cfi_restore_state

	/* Arguments on the stack.  Four words at most, the usual case: copying all
	   four costs less than asking how many there are, and above the caller's
	   frame there is at least the segment's header to read.  */
.Lcopy\@:
	cmpq	$32, %r10
	ja	.Lmany\@
	subq	$64, %rsp
	.irp	i, 0, 8, 16, 24
	movq	16+\i(%rbp), %r10
	movq	%r10, \i(%rsp)
	.endr
	call	*%r11
	jmp	.Lback\@

	/* More: pushed from the last to the first, which needs no register but
	   r10.  g0sp is 64-aligned and the last push must be.  */
.Lmany\@:
	cmpq	$CGO_ARGS_UNKNOWN, %r10
	jae	.Lcareful\@
	subq	%r10, %rsp
	andq	$-64, %rsp
	addq	%r10, %rsp
1:	pushq	16-8(%rbp,%r10)
	subq	$8, %r10
	jnz	1b
	call	*%r11
	jmp	.Lback\@

	/* Wide alignment, or a size that is not known: what is there is copied, up
	   to CGO_ARGS_COPY, to the segment's end.  */
.Lcareful\@:
	movq	%rax, -16(%rbp)
	movq	%rcx, -24(%rbp)
	movq	%r10, %rcx
	shrq	$CGO_ARG_ALIGN_SHIFT, %rcx
	movl	%r10d, %r10d
	jnz	2f
	movq	CGO_M_CURG(%rbx), %rax
	movq	CGO_G_SEG(%rax), %r10
	leaq	16(%rbp), %rax
	subq	%rax, %r10
	movl	$CGO_ARGS_COPY, %eax
	cmpq	%rax, %r10
	cmova	%rax, %r10
	movl	$6, %ecx
2:	movq	$-1, %rax
	shlq	%cl, %rax
	movq	-24(%rbp), %rcx
	subq	%r10, %rsp
	andq	%rax, %rsp
	testq	%r10, %r10
	jz	4f
3:	movq	16-8(%rbp,%r10), %rax
	movq	%rax, -8(%rsp,%r10)
	subq	$8, %r10
	jnz	3b
4:	movq	-16(%rbp), %rax
	call	*%r11
	jmp	.Lback\@

.if \mode == MODE_NONBLOCKING
.Lpreempt\@:
	call	*__cgo_preempt@GOTPCREL(%rip)
	jmp	.Lout\@
.else
.if \mode != MODE_BLOCKING
.Lenter\@:
	testl	$~CGO_RETAKE_FENCED, CGO_M_RETAKE(%rbx)
	jz	.Lentered\@
	call	*__cgo_entersyscall_slow@GOTPCREL(%rip)
	jmp	.Lentered\@
.endif
.Lexit\@:
	mfence					/* sys++ before the taker's
						   flag: DESIGN's fenced variant */
	testl	$~CGO_RETAKE_FENCED, CGO_M_RETAKE(%rbx)
	jz	.Lexited\@
	call	*__cgo_exitsyscall_slow@GOTPCREL(%rip)
	jmp	.Lout\@
.endif
	.size	__morestack, . - __morestack
END \name
.endm

#endif
