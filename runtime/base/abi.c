/* abi.c - the symbol every goroutine unit refers to.

   Its name holds the version of cgo/abi.h, so a program whose plugin and runtime
   disagree does not link, and the linker says which version is missing.

   SPDX-License-Identifier: MIT  */

#include "cgo/abi.h"

extern const int cgo_abi __asm__ (CGO_ABI_SYMBOL_NAME);
const int cgo_abi __attribute__ ((visibility ("default"))) = CGO_ABI_VERSION;
