/* profile.S - what -pg and -mfentry call at the start of each function.

   GCC calls mcount, or __fentry__, by itself, long after the plugin has seen the calls of a
   function, and where code is not position-independent by a lazy PLT, which takes more stack
   than there is.  So the plugin gives it these names to call (plugin/plugin.cc).  They are
   hidden, for a call that needs no PLT, and jump on through the GOT.  libc's functions are
   leaves (plugin/libc.def); the check reckons with them (plugin/pass-check.cc).

   mcount finds the caller by the frame pointer and the return address; of a function that
   was entered on a new segment that is in __morestack.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* void __cgo_mcount (void): behind the prologue, rbp = frame, all registers live.  */

HIDDEN_FUNC __cgo_mcount
	jmp	*mcount@GOTPCREL(%rip)
END __cgo_mcount

/* void __cgo_fentry (void): before the prologue and the check.  */

HIDDEN_FUNC __cgo_fentry
	jmp	*__fentry__@GOTPCREL(%rip)
END __cgo_fentry

	NOTE_GNU_STACK
