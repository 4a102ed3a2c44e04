/* asmcall4.S - a goroutine calls C, mode default, with at most four words of stack
   arguments.  asmcall.h tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall4, MODE_DEFAULT, 4

	NOTE_GNU_STACK
