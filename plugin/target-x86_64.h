/* target-x86_64.h - what the files of x86-64 have in common.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGO_TARGET_X86_64_H
#define CGO_TARGET_X86_64_H 1

#define STR1(x) #x
#define STR(x) STR1 (x)

/* Loads the shape of stack arguments (cgo/abi.h): BYTES of them, log2 alignment ALIGN.  */
void cgo_x86_shape (FILE *, const char *reg64, const char *reg32, unsigned bytes, unsigned align);

#endif
