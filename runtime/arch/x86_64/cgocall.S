/* cgocall.S - calls of C, callbacks and new goroutines for code that was compiled without
   the plugin: cgo/cgocall.h.

   They are the thunks and entries of cgo/abi.h with what differs from function to function
   in a record.  No frame: what they jump to returns to the caller.  In
   libcgo_nonshared.a, for the same reasons as that.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void NAME (void (*fn) (void *) rdi, void *record rsi): FN (RECORD) on g0.  */

.macro CGOCALL name, entry
HIDDEN_FUNC \name
	movq	%rdi, %r11		/* what to call */
	movq	%rsi, %rdi		/* its argument */
	xorl	%r10d, %r10d		/* nothing on the stack */
	jmp	\entry
END \name
.endm

CGOCALL cgo_cgocall, __cgo_asmcall0
CGOCALL cgo_cgocall_nonblocking, __cgo_asmcall_nb0
CGOCALL cgo_cgocall_blocking, __cgo_asmcall_block
CGOCALL cgo_cgocall_pin, __cgo_asmcall_pin

/* void cgo_cgocallback (void (*fn) (void *) rdi, void *record rsi): FN (RECORD) on a
   goroutine's stack.  */

HIDDEN_FUNC cgo_cgocallback
	movq	%rdi, %r11		/* the body */
	movq	%rsi, %rdi		/* its argument */
	cmpq	$CGO_GUARD_SYSTEM, GUARD	/* which stack? */
	jne	1f
	xorl	%r10d, %r10d		/* nothing on the stack */
	jmp	__cgo_callback
1:	jmp	*%r11			/* a goroutine's: a plain call */
END cgo_cgocallback

/* int cgo_newproc (void (*fn) (RECORD) rdi, size_t size rsi, RECORD on the stack).

     8(%rsp)   the record
     (%rsp)    return address  */

HIDDEN_FUNC cgo_newproc
	movq	%rdi, %r10		/* what the goroutine calls */
	movl	%esi, %r11d		/* how much to copy */
	jmp	*__cgo_newproc@GOTPCREL(%rip)
END cgo_newproc

	NOTE_GNU_STACK
