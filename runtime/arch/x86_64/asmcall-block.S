/* asmcall-block.S - a goroutine calls C, mode blocking: the P is handed off at once.
   asmcall.h tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall_block, MODE_BLOCKING

	NOTE_GNU_STACK
