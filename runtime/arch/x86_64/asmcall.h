/* asmcall.h - a goroutine calls C: the macro behind asmcall*.S, one file a mode.

   The thunk of a foreign function (cgo/abi.h) comes here with the function in
   r11 and the bytes of its stack arguments in r10 (the entries that know how many
   there are do not look); every other register is the function's.  On a system
   stack the function is simply jumped to.  On a goroutine's stack we

     enter  record where the goroutine is, for callbacks and tracebacks; make
	    the guard slot say "system stack"; lend the P by making m->sys odd;
     call   on g0, at its g0sp, with the stack arguments copied;
     exit   make m->sys even; if nobody took the P meanwhile, go on.

   callsp must be what it was: C that was called back, called C from there, and left both
   by a jump that we do not see, or that has switched stacks, did not put it back
   (callback.S, __cgo_c_returned).

   No locked instruction, no system call: runtime/sched/syscall.c tells why that
   is enough, and has the slow halves.  After the exit the goroutine may be on
   another M, but not in between: C's frames are on this thread.

   Each instruction that is always executed says why it is there.  What counts is how often
   memory is read and written, more than instructions: so only rbp is saved, the M is
   looked up again afterwards, and the way in asks for no flag but the sign of m->sys, which
   its increment sets anyway: negative says that every call is to take the slow way
   (CGODEBUG=morestack=1).  The guard slot is filled from the resume slot.  To keep
   its value on the stack is slower by half, as each call then waits for the one before
   it, from store to load, three times; and a request to preempt that came meanwhile would
   be lost.

   gdb lets the stack pointer jump only below a function it takes for
   __morestack, so a local symbol of that name covers each entry but its first
   instructions: of two names for one address gdb takes the global, which the
   entry's is in a static program.  An object can hold one local symbol of a name,
   hence the files.

   The goroutine's stack:		The g0 stack:

     rbp+16  stack arguments		  g0sp  (64-aligned)
     rbp+8   return address		     arguments, if any
     rbp     saved rbp	<- callsp	  return to here
     rbp-8   r10 or	<- callsp
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

#define ARGS 16

/* void NAME (void), r10 = argument bytes and alignment, r11 = function.  WORDS: the
   most there can be on the stack, 0 or 4; -1 = r10 says.  */

.macro ASMCALL name, mode, words=-1
HIDDEN_ENTRY \name
	.type	__morestack, @function
	cmpq	$CGO_GUARD_SYSTEM, GUARD	/* C and handlers come here, too: the */
	je	.Ldirect\@			/* thunk's address is the function's */
__morestack:
	pushq	%rbp				/* to hold the goroutine's stack */
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp			/* pointer, which C keeps for us; and
						   the CFA, for debugger, unwinder */
	.cfi_def_cfa_register rbp
.if \words < 0
	pushq	%r10				/* wanted when r10 holds the M */
.endif
	LOAD_M	%r10				/* r10, as all others are C's */
	movq	%rsp, CGO_M_CALLSP(%r10)	/* callbacks start below */
	movq	$CGO_GUARD_SYSTEM, GUARD	/* the checks of callbacks and
						   handlers, and sysmon */
	movq	CGO_M_G0SP(%r10), %rsp		/* the room that C wants */
.if \mode != MODE_NONBLOCKING
.if \mode == MODE_PIN
	pushq	%rax				/* may be C's: variadic */
	movq	CGO_M_CURG(%r10), %rax		/* who is pinned */
	movl	$1, CGO_G_PINNED(%rax)		/* before it leaves this M */
	popq	%rax
.endif
	incq	CGO_M_SYS(%r10)			/* lent: a release, as every
						   store on x86 */
.if \mode == MODE_BLOCKING
	call	*__cgo_entersyscallblock@GOTPCREL(%rip)	/* handed off */
.else
	js	.Lenter\@			/* stress? */
.endif
.endif
.Lentered\@:
.if \words == 4
	/* Copying four costs less than asking how many there are, and above the
	   caller's frame there is at least the segment's header to read.  No type
	   that fits wants more than 32-byte alignment, and g0sp has 64.  */
	.irp	i, 24, 16, 8, 0
	pushq	16+\i(%rbp)			/* where C looks for it */
	.endr
.elseif \words < 0
	movq	-8(%rbp), %r10			/* how many bytes? */
	testq	%r10, %r10			/* none, mostly: asmcall0 if */
	jnz	.Lcopy\@			/* it was known before */
.endif
	call	*%r11				/* C */
.Lback\@:
	LOAD_M	%r11				/* r11, as r10 is no better and
						   others hold C's result */
	testq	%r11, %r11			/* on a thread that has no M? */
	jz	.Lleft\@
.if \words < 0
	leaq	-8(%rbp), %r10			/* as it was */
	cmpq	%r10, CGO_M_CALLSP(%r11)
.else
	cmpq	%rbp, CGO_M_CALLSP(%r11)	/* as it was? */
.endif
	jne	.Lleft\@			/* C has left callbacks by a jump */
.Lsorted\@:
.if \mode != MODE_NONBLOCKING
	incq	CGO_M_SYS(%r11)			/* ours again, unless ... */
	cmpl	$0, CGO_M_RETAKE(%r11)		/* ... it was taken */
	jne	.Lexit\@
.else
	testl	$CGO_RETAKE_PREEMPT | CGO_RETAKE_CHAOS, CGO_M_RETAKE(%r11) /* over? */
	jnz	.Lpreempt\@
.endif
.Lexited\@:
	movq	RESUME, %r11			/* the guard, or a request */
	.cfi_remember_state
	leave					/* the goroutine's stack again */
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	movq	%r11, GUARD			/* and its checks */
	ret
.Ldirect\@:
	jmp	*%r11
	.cfi_restore_state
.Lleft\@:
.if \mode == MODE_NONBLOCKING
	xorl	%r10d, %r10d
.else
	movl	$1, %r10d
.endif
	call	*__cgo_c_returned@GOTPCREL(%rip)
	LOAD_M	%r11
	jmp	.Lsorted\@

.if \words < 0
.Lcopy\@:
	cmpq	$CGO_ARGS_UNKNOWN, %r10
	jae	.Lcareful\@

	/* Pushed from the last to the first, which needs no register but r10.
	   g0sp is 64-aligned and the last push must be.  */
	subq	%r10, %rsp
	andq	$-64, %rsp
	addq	%r10, %rsp
1:	pushq	16-8(%rbp,%r10)
	subq	$8, %r10
	jnz	1b
	call	*%r11
	jmp	.Lback\@

	/* Wide alignment, or a shape that is not known: what is there is copied, up
	   to CGO_ARGS_COPY, to the segment's end, and lies in a page as it did.  */
.Lcareful\@:
	movq	%rax, -16(%rbp)
	movq	%rcx, -24(%rbp)
	movq	%r10, %rcx
	shrq	$CGO_ARG_ALIGN_SHIFT, %rcx
	movl	%r10d, %r10d
	jnz	1f
	LOAD_M	%rax
	movq	CGO_M_CURG(%rax), %rax
	movq	CGO_G_SEG(%rax), %r10
	leaq	16(%rbp), %rax
	subq	%rax, %r10
	movl	$CGO_ARGS_COPY, %eax
	cmpq	%rax, %r10
	cmova	%rax, %r10
	subq	%r10, %rsp
	leaq	16(%rbp), %rax
	movq	%rsp, %rcx
	subq	%rax, %rcx
	andl	$4095, %ecx
	subq	%rcx, %rsp
	jmp	2f
1:	movq	$-1, %rax
	shlq	%cl, %rax
	subq	%r10, %rsp
	andq	%rax, %rsp
2:	movq	-24(%rbp), %rcx
	testq	%r10, %r10
	jz	4f
3:	movq	16-8(%rbp,%r10), %rax
	movq	%rax, -8(%rsp,%r10)
	subq	$8, %r10
	jnz	3b
4:	movq	-16(%rbp), %rax
	call	*%r11
	jmp	.Lback\@
.endif

.if \mode == MODE_NONBLOCKING
.Lpreempt\@:
	movq	%rbp, %rsp
	call	*__cgo_preempt@GOTPCREL(%rip)
.else
.if \mode != MODE_BLOCKING
.Lenter\@:
	call	*__cgo_entersyscall_slow@GOTPCREL(%rip)
	jmp	.Lentered\@
.endif
.Lexit\@:
	mfence					/* sys++ before the taker's
						   flag: DESIGN's fenced variant */
	testl	$~CGO_RETAKE_FENCED, CGO_M_RETAKE(%r11)
	jz	.Lexited\@
	movq	%rbp, %rsp
	call	*__cgo_exitsyscall_slow@GOTPCREL(%rip)
.endif
	popq	%rbp				/* the guard slot is set */
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	ret
	.size	__morestack, . - __morestack
END \name
.endm

#endif
