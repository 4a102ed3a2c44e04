/* async.S - out of the middle of goroutine code after a signal, and back (sched/async.c).

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* Where the kernel goes on when the handler has returned: on g0, all other registers the
   goroutine's, which are saved.  */

HIDDEN_FUNC cgo__async_landing
	.cfi_undefined rip
	cld
	emms
	xorl	%ebp, %ebp
	call	cgo__async_stop
	ud2
END cgo__async_landing

/* _Noreturn void cgo__async_return (ucontext_t *uc, uintptr_t guard)
   On g0.  The kernel finds UC at the stack pointer, as if a handler had returned.  */

HIDDEN_FUNC cgo__async_return
	.cfi_undefined rip
	movq	%rsi, RESUME
	movq	%rsi, GUARD
	movq	%rdi, %rsp
	movl	$CGO_NR_RT_SIGRETURN, %eax
	syscall
	ud2
END cgo__async_return

/* void cgo__unwind_regs (gregset_t *, void (*fn) (void *), void *arg)
   Calls fn (arg), and says that our caller is what was interrupted with those registers.
   rbx holds where they are.  */

#define DW_CFA_def_cfa_expression 0x0f
#define DW_CFA_expression 0x10
#define DW_OP_breg3 0x73
#define DW_OP_deref 0x06
#define SLEB(n) ((n) & 127) | 128, ((n) >> 7) & 127

/* Register COLUMN of DWARF is word N of the registers.  */
.macro SAVED column, n
	.cfi_escape DW_CFA_expression, \column, 3, DW_OP_breg3, SLEB (8 * \n)
.endm

HIDDEN_FUNC cgo__unwind_regs
	.cfi_signal_frame
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset rbx, -16
	movq	%rdi, %rbx
	movq	%rdx, %rdi
	.cfi_remember_state
	.cfi_escape DW_CFA_def_cfa_expression, 4, DW_OP_breg3, SLEB (8 * 15), DW_OP_deref
	SAVED	8, 0
	SAVED	9, 1
	SAVED	10, 2
	SAVED	11, 3
	SAVED	12, 4
	SAVED	13, 5
	SAVED	14, 6
	SAVED	15, 7
	SAVED	5, 8
	SAVED	4, 9
	SAVED	6, 10
	SAVED	3, 11
	SAVED	1, 12
	SAVED	0, 13
	SAVED	2, 14
	SAVED	16, 16
	call	*%rsi
	.cfi_restore_state
	popq	%rbx
	.cfi_def_cfa_offset 8
	.cfi_restore rbx
	ret
END cgo__unwind_regs

	NOTE_GNU_STACK
