/* asmcall.S - a goroutine calls C, mode default: the P is lent while C runs.  asmcall.h tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall, MODE_DEFAULT

	NOTE_GNU_STACK
