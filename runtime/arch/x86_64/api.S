/* api.S - the public functions.

   All of the runtime is ordinary C that runs on system stacks, but for some functions that call
   nothing (QUICK).  Each public function cgo_X is a stub that goes to cgo__X: on a goroutine's
   stack by way of g0, on a system stack in place.  The stub's frame holds what a C function must
   preserve, so the goroutine is resumed from that alone.

   Rejected: compiling the blocking functions with the plugin, to run on the
   goroutine's stack as Go's do.  They would need a check in every function and a
   switch to g0 for each scheduler call, and any lock they hold would have to
   forbid preemption.

   An implementation that has stopped the goroutine (cgo__park) returns, too.  Then M has none,
   and cgo__next says which is the next one: the stub goes on with that one's frame.  (So it does
   where a goroutine has ended, switch.S.)  So every call on the way from one goroutine to the
   next returns to where it came from.  A processor guesses where returns go by the calls it has
   seen, and a wrong guess costs more than the rest of a switch; the last return, to the program,
   is guessed right if both goroutines have stopped at the same place.

   m->api tells the implementation that it may park.

   A signal handler runs on a system stack too, but may have interrupted the holder
   of the very lock that the implementation takes.  So a call from there is a named
   error, but for those functions that only read.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* r11 = implementation, r10 = the function's name or, where a signal handler may
   call it, null; at most six arguments, in general registers.  */

HIDDEN_FUNC cgo__api
	.type	__morestack, @function
__morestack:
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	.Ldirect
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	pushq	%rbx
	.cfi_offset rbx, -24
	pushq	%r12
	.cfi_offset r12, -32
	pushq	%r13
	.cfi_offset r13, -40
	pushq	%r14
	.cfi_offset r14, -48
	pushq	%r15
	.cfi_offset r15, -56
	LOAD_M	%rbx
	movq	%rsp, CGO_M_CALLSP(%rbx)
	movq	$CGO_GUARD_SYSTEM, GUARD
	movq	CGO_M_G0SP(%rbx), %rsp
	movl	$1, CGO_M_API(%rbx)
	call	*%r11
	cmpq	$0, CGO_M_CURG(%rbx)
	je	cgo__api_stopped
.Lgo_on:
	movl	$0, CGO_M_API(%rbx)
	movq	RESUME, %rcx
	leaq	-CGO_API_SAVED(%rbp), %rsp
	testl	$CGO_RETAKE_PREEMPT | CGO_RETAKE_CHAOS, CGO_M_RETAKE(%rbx)
	jnz	.Lpreempt
	movq	%rcx, GUARD
.Lout:
	.cfi_remember_state
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	.cfi_def_cfa rsp, 8
	.cfi_restore r15
	.cfi_restore r14
	.cfi_restore r13
	.cfi_restore r12
	.cfi_restore rbx
	.cfi_restore rbp
	ret
.Ldirect:
	movq	cgo__signal_frame@gottpoff(%rip), %rax
	cmpq	$0, %fs:(%rax)
	jne	.Lsignal
	LOAD_M_OR_NULL %rax
	testq	%rax, %rax
	jz	.Lsafe
	cmpl	$0, CGO_M_API(%rax)
	jne	.Lnested
.Lsafe:
	jmp	*%r11
	/* An implementation has called C, the program's own malloc, that calls another one.  That is
	   not the goroutine's call, which must not be parked in it.  */
.Lnested:
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rbx, 0
	movq	%rax, %rbx
	movl	$0, CGO_M_API(%rbx)
	call	*%r11
	movl	$1, CGO_M_API(%rbx)
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	ret
.Lsignal:
	testq	%r10, %r10
	jz	.Lsafe
	.irp	reg, rdi, rsi, rdx, rcx, r8, r9, r11
	pushq	%\reg
	.cfi_adjust_cfa_offset 8
	.endr
	movq	%r10, %rdi
	call	cgo__signal_check
	.irp	reg, r11, r9, r8, rcx, rdx, rsi, rdi
	popq	%\reg
	.cfi_adjust_cfa_offset -8
	.endr
	jmp	*%r11
	.cfi_restore_state
	/* The goroutine has stopped or ended; rbx = M.  Whatever else there is to restore is the next
	   one's, so until that is known this is the outermost frame.  */
	.hidden	cgo__api_stopped
	.globl	cgo__api_stopped
	.cfi_remember_state
	.cfi_undefined rip
cgo__api_stopped:
	call	cgo__next
	leaq	CGO_API_SAVED(%rax), %rbp
	.cfi_restore_state
	movq	CGO_M_CURG(%rbx), %rdx
	movq	CGO_G_RET(%rdx), %rax
	movq	CGO_G_SEG(%rdx), %rdx
	movq	CGO_SEG_GUARD(%rdx), %rdx
	movq	%rdx, RESUME
	jmp	.Lgo_on
.Lpreempt:
	movq	%rcx, GUARD
	call	__cgo_preempt
	jmp	.Lout
	.size	__morestack, . - __morestack
END cgo__api

/* int __cgo_newproc (void), r10 = function, r11 = bytes of stack arguments and
   CGO_GO_VECTORS, the function's arguments where they are: cgo/abi.h.  Below rbp: the
   general registers, the vector registers.  */

FUNC __cgo_newproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	subq	$CGO_ARGS_SIZE + CGO_VECTORS_SIZE, %rsp
	movq	%r10, CGO_VECTORS_SIZE+CGO_ARGS_FN(%rsp)
	movq	%rax, CGO_VECTORS_SIZE+CGO_ARGS_RAX(%rsp)
	movq	%rdi, CGO_VECTORS_SIZE+CGO_ARGS_RDI(%rsp)
	movq	%rsi, CGO_VECTORS_SIZE+CGO_ARGS_RSI(%rsp)
	movq	%rdx, CGO_VECTORS_SIZE+CGO_ARGS_RDX(%rsp)
	movq	%rcx, CGO_VECTORS_SIZE+CGO_ARGS_RCX(%rsp)
	movq	%r8, CGO_VECTORS_SIZE+CGO_ARGS_R8(%rsp)
	movq	%r9, CGO_VECTORS_SIZE+CGO_ARGS_R9(%rsp)
	testb	$CGO_GO_VECTORS, %r11b
	jz	.Lgeneral
	.irp	i, 0, 1, 2, 3, 4, 5, 6, 7
	movups	%xmm\i, 16*\i(%rsp)
	.endr
.Lgeneral:
	leaq	CGO_VECTORS_SIZE(%rsp), %rdi
	leaq	16(%rbp), %rsi
	movq	%r11, %rdx
	leaq	.Lname_go(%rip), %r10
	leaq	cgo__newproc(%rip), %r11
	call	cgo__api
	leave
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	ret
END __cgo_newproc

.macro NAME name
	.pushsection .rodata.str1.1, "aMS", @progbits, 1
.Lname_\name:
	.string	"cgo_\name"
	.popsection
.endm

	NAME	go

.macro API name
	NAME	\name
FUNC cgo_\name
	leaq	.Lname_\name(%rip), %r10
	leaq	cgo__\name(%rip), %r11
	jmp	cgo__api
END cgo_\name
.endm

/* The same for one that a signal handler may call, as it only reads.  */
.macro READ name
FUNC cgo_\name
	xorl	%r10d, %r10d
	leaq	cgo__\name(%rip), %r11
	jmp	cgo__api
END cgo_\name
.endm

/* The same for one that has a quick way for when there is nobody to wait for or to wake: a C
   function that calls nothing, on the stack that is there.  Its answer is whether that was all.
   Not on a system stack, and not if the goroutine is to stop: the guard is 0, or above all stacks.
   So both are one comparison, of what is below the guard.  (A request that came while the guard
   slot was being filled is heard at the next call that goes to g0, or asked again.)  */
.macro QUICK name
	NAME	\name
FUNC cgo_\name
	movq	GUARD, %rax
	decq	%rax
	cmpq	%rsp, %rax
	jae	.Lslow_\name
	pushq	%rdi
	.cfi_adjust_cfa_offset 8
	pushq	%rsi
	.cfi_adjust_cfa_offset 8
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	call	cgo__\name\()_quick
	addq	$8, %rsp
	.cfi_adjust_cfa_offset -8
	popq	%rsi
	.cfi_adjust_cfa_offset -8
	popq	%rdi
	.cfi_adjust_cfa_offset -8
	testb	%al, %al
	jz	.Lslow_\name
	xorl	%eax, %eax
	ret
.Lslow_\name:
	leaq	.Lname_\name(%rip), %r10
	leaq	cgo__\name(%rip), %r11
	jmp	cgo__api
END cgo_\name
.endm

/* What the compiler calls.  */
.macro COMPILER name
FUNC __cgo_\name
	xorl	%r10d, %r10d
	leaq	cgo__\name(%rip), %r11
	jmp	cgo__api
END __cgo_\name
.endm

	COMPILER alloca
	COMPILER alloca_release

	/* splitstack.S.  */
	COMPILER splitstack_alloca
	COMPILER splitstack_find
	COMPILER splitstack_find_context
	COMPILER splitstack_getcontext
	COMPILER splitstack_setcontext
	COMPILER splitstack_refuse

	API	gosched
	API	goexit
	READ	goid
	API	goname
	READ	numgoroutine
	READ	maxprocs
	API	gomaxprocs
	READ	stack_dump
	API	lock_os_thread
	API	unlock_os_thread
	READ	now
	API	sleep
	API	sleep_until

	API	chan_make
	API	chan_free
	API	chan_send
	API	chan_send_until
	API	chan_try_send
	API	chan_recv
	API	chan_recv_until
	API	chan_try_recv
	API	chan_close
	API	chan_len
	API	chan_cap

	API	signal_notify
	API	signal_stop

	QUICK	mutex_lock
	API	mutex_lock_until
	API	mutex_trylock
	QUICK	mutex_unlock
	QUICK	wg_add
	QUICK	wg_done
	API	wg_wait
	API	wg_wait_until

	NOTE_GNU_STACK
