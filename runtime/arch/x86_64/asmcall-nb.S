/* asmcall-nb.S - a goroutine calls C, mode nonblocking: only the stack is switched.
   asmcall.h tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall_nb, MODE_NONBLOCKING

	NOTE_GNU_STACK
