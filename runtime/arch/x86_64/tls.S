/* tls.S - the address of a thread-local of the dynamic models, for goroutine code.

   GCC would call __tls_get_addr once and keep what it says.  The plugin makes each access
   ask anew, by a stub of the variable's (plugin/pass-tls.cc) that comes here with the usual
   sequence of code as a function in r11.  It may allocate the variable for this thread, so
   it runs on g0.  Unlike after any other call of C the goroutine is not preempted before
   the address was used: the next chance is the next check.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void *__cgo_tls_access (void), r11 = function that returns the address.

   The goroutine's stack:		The g0 stack:

     rbp+8   return address		  g0sp
     rbp     saved rbp	<- callsp	  return to here  */

FUNC __cgo_tls_access
	.type	__morestack, @function
__morestack:
	cmpq	$CGO_GUARD_SYSTEM, GUARD
	je	1f
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	LOAD_M	%rax
	movq	%rsp, CGO_M_CALLSP(%rax)
	movq	$CGO_GUARD_SYSTEM, GUARD
	movq	CGO_M_G0SP(%rax), %rsp
	call	*%r11
	movq	RESUME, %r11
	.cfi_remember_state
	leave
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	movq	%r11, GUARD
	ret
	.cfi_restore_state
1:	jmp	*%r11
	.size	__morestack, . - __morestack
END __cgo_tls_access

	NOTE_GNU_STACK
