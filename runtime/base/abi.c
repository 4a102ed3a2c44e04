/* abi.c - the symbol every goroutine unit refers to.

   Its name holds the version of cgo/abi.h, so a program whose plugin and runtime
   disagree does not link, and the linker says which version is missing.  It is in
   libcgo_nonshared.a: the reference is a relocation that does nothing, which ld
   takes for a symbol of the same file only.

   SPDX-License-Identifier: MIT  */

#include "cgo/abi.h"

extern const int cgo_abi __asm__ (CGO_ABI_SYMBOL_NAME);
const int cgo_abi __attribute__ ((visibility ("hidden"))) = CGO_ABI_VERSION;

/* Brings asan.c along.  */
__asm__ (".pushsection .rodata\n\t.reloc ., R_X86_64_NONE, cgo__asan\n\t.byte 0\n\t.popsection");
