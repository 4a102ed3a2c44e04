/* splitstack.S - the rest of libgcc's split-stack functions, which objects of
   `gcc -fsplit-stack' and `clang -fsplit-stack' call or may call.

   Such an object keeps the protocol of morestack.S and needs nothing more to run on
   goroutines.  But libgcc has __morestack in one object file with others: if one of
   those were missing here the linker would take libgcc's file, and that knows
   nothing of goroutines.  So all of them are here, and whoever takes our __morestack
   takes these (at its end).  They are hidden and in libcgo_nonshared.a, as
   __morestack is: such objects call them through a PLT.

   Three kinds:

     what compilers call	  __morestack_allocate_stack_space (sched/alloca.c),
				  __morestack_large_model, and __morestack_non_split,
				  which gold and lld put in the place of __morestack
     what can be said		  of a goroutine's stack: sched/splitstack.c
     what would be ours to do	  a stack for another library's coroutine, another
				  guard: a named error

   Not here is what libgcc's files call of one another (__generic_*,
   __morestack_fail, __morestack_release_segments) and their thread-locals
   (__morestack_segments, __morestack_current_segment, __morestack_initial_sp), which
   have no meaning here: who refers to one gets libgcc's file after all, and a link
   error, "multiple definition of `__morestack_...'".

   SPDX-License-Identifier: MIT  */

#include "asm.h"

/* Stack for a function that was compiled without -fsplit-stack, in bytes: a thread's
   on musl, with which most of C gets by.  */
#define NON_SPLIT_STACK 0x20000

#define ENDBR64_CODE 0xfa1e0ff3
#define LEA_24_RBP_R11 0x185d8d4c

	.text

/* void *__morestack_allocate_stack_space (size_t size), called from the middle of a
   function that has a frame pointer.  Returns with rsp lower than such calls do, by rdx:
   for the function that is as if alloca had found room.

   The stack on return, with the CFA for this function r10 + 8:

     r10   return address
     ...   at least 8 bytes
     rsp   return address, again  */

HIDDEN_FUNC __morestack_allocate_stack_space
	leaq	8(%rsp), %rsi			/* the caller's */
	movq	%rbp, %rdx
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	call	*__cgo_splitstack_alloca@GOTPCREL(%rip)
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	movq	(%rsp), %r11
	movq	%rsp, %r10
	.cfi_def_cfa_register r10
	subq	%rdx, %rsp
	movq	%r11, (%rsp)
	ret
END __morestack_allocate_stack_space

/* void __morestack_large_model (void), r10 = frame in the low 32 bits, argument bytes
   in the high: __morestack for -mcmodel=large.  */

HIDDEN_FUNC __morestack_large_model
	.cfi_def_cfa rsp, 16
	movq	%r10, %r11
	shrq	$32, %r11
	movl	%r10d, %r10d
	jmp	__morestack
END __morestack_large_model

/* void __morestack_non_split (void), as __morestack, but the function will call one
   that does not check: C, or goroutine code, which to the linker looks the same.  Where
   there is room for that, the body goes on on this stack: it does not come here for want
   of it, but as the linker has changed the check.  On a system stack there always is.

   To go on is to jump to the body, but for a variadic function: it begins with
   `lea 24(%rbp), %r11', maybe behind a move of three bytes, and must be called with
   __morestack's rbp.  Then the stack is as in morestack.S, with the copied arguments below
   rbp.  */

HIDDEN_FUNC __morestack_non_split
	.cfi_def_cfa rsp, 16
	pushq	%rax
	.cfi_def_cfa_offset 24
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	.Lroom
	leaq	-NON_SPLIT_STACK(%rsp), %rax
	subq	%r10, %rax
	jb	.Lgrow
	subq	%r11, %rax
	jb	.Lgrow
	cmpq	GUARD, %rax
	jb	.Lgrow
.Lroom:
	movq	8(%rsp), %rax
	addq	$CGO_MORESTACK_BODY, %rax
	cmpl	$ENDBR64_CODE, (%rax)
	jne	1f
	addq	$4, %rax
1:	cmpl	$LEA_24_RBP_R11, (%rax)
	je	.Lvariadic
	cmpl	$LEA_24_RBP_R11, 3(%rax)
	je	.Lvariadic
	.cfi_remember_state
	popq	%rax
	.cfi_def_cfa_offset 16
	popq	%r11
	.cfi_def_cfa_offset 8
	addq	$CGO_MORESTACK_BODY, %r11
	jmp	*%r11
	.cfi_restore_state
.Lgrow:
	.cfi_remember_state
	popq	%rax
	.cfi_def_cfa_offset 16
	addq	$NON_SPLIT_STACK, %r10
	jmp	__morestack
	.cfi_restore_state
.Lvariadic:
	popq	%rax
	.cfi_def_cfa_offset 16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset rbp, -24
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	subq	%r11, %rsp
	andq	$-64, %rsp
2:	testq	%r11, %r11
	jz	3f
	movq	24-8(%rbp,%r11), %r10
	movq	%r10, -8(%rsp,%r11)
	subq	$8, %r11
	jmp	2b
3:	movq	8(%rbp), %r11
	addq	$CGO_MORESTACK_BODY, %r11
	call	*%r11
	movq	%rbp, %rsp
	popq	%rbp
	.cfi_restore rbp
	.cfi_def_cfa rsp, 16
	ret
END __morestack_non_split

/* void *__morestack_get_guard (void): the lowest address of the running segment, slack
   excluded; null on a system stack.  Not what is in the slot, which may be a request
   to yield.  */

HIDDEN_FUNC __morestack_get_guard
	xorl	%eax, %eax
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	1f
	LOAD_M	%rax
	movq	CGO_M_CURG(%rax), %rax
	movq	CGO_G_SEG(%rax), %rax
	movq	CGO_SEG_LIMIT(%rax), %rax
1:	ret
END __morestack_get_guard

/* void *__morestack_make_guard (void *top, size_t size): of a stack of that size.  */

HIDDEN_FUNC __morestack_make_guard
	leaq	CGO_SLACK(%rdi), %rax
	subq	%rsi, %rax
	ret
END __morestack_make_guard

/* void name (void): what libgcc does there is not needed.  Handlers have a stack of their
   own, so no signal is blocked while a stack grows; and there is nothing to prepare.  */
.macro NOTHING name
HIDDEN_FUNC \name
	ret
END \name
.endm

	NOTHING __morestack_block_signals
	NOTHING __morestack_unblock_signals
	NOTHING __morestack_load_mmap
	NOTHING __stack_split_initialize

/* Those that ask: the implementation is in libcgo.so.  */
.macro ASK name
HIDDEN_FUNC __splitstack_\name
	jmp	*__cgo_splitstack_\name@GOTPCREL(%rip)
END __splitstack_\name
.endm

	ASK	find
	ASK	find_context
	ASK	getcontext
	ASK	setcontext

/* void __splitstack_block_signals (int *new, int *old)
   void __splitstack_block_signals_context (void *context[10], int *new, int *old)
   Never, whatever NEW says: see above.  */

HIDDEN_FUNC __splitstack_block_signals
	testq	%rsi, %rsi
	jz	1f
	movl	$0, (%rsi)
1:	ret
END __splitstack_block_signals

HIDDEN_FUNC __splitstack_block_signals_context
	testq	%rdx, %rdx
	jz	1f
	movl	$0, (%rdx)
1:	ret
END __splitstack_block_signals_context

/* Those that cannot be: a named error.  */
.macro REFUSE name
	.pushsection .rodata.str1.1, "aMS", @progbits, 1
.Lname_\name:
	.string	"\name"
	.popsection
HIDDEN_FUNC \name
	leaq	.Lname_\name(%rip), %rdi
	jmp	*__cgo_splitstack_refuse@GOTPCREL(%rip)
END \name
.endm

	REFUSE	__morestack_set_guard
	REFUSE	__splitstack_makecontext
	REFUSE	__splitstack_resetcontext
	REFUSE	__splitstack_releasecontext

	NOTE_GNU_STACK
