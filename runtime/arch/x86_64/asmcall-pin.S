/* asmcall-pin.S - a goroutine calls C, mode pin: the goroutine stays on its M from now on.
   asmcall.h tells all.

   SPDX-License-Identifier: MIT  */

#include "asmcall.h"

	.text
	ASMCALL	__cgo_asmcall_pin, MODE_PIN

	NOTE_GNU_STACK
