/* asmcall0.S - a goroutine calls C, mode default, without stack arguments.  asmcall.h
   tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall0, MODE_DEFAULT, 0

	NOTE_GNU_STACK
