/* closure.h - offsets in what a closure has in the static chain, for x86_64.S; closure.c
   asserts them.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_JIT_CLOSURE_H
#define CGO_JIT_CLOSURE_H 1

#define CLOSURE_FN 0		/* what runs on a goroutine */
#define CLOSURE_BYTES 8		/* u64, of its stack arguments */

#endif
