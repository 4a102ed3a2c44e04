/* jit.h - what the files of libcgojit share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_JIT_JIT_H
#define CGO_JIT_JIT_H 1

#include <cgo/jit.h>
#include <stdbool.h>
#include <stdint.h>

/* How the ABI passes a value.  */
enum cgo__jit_class
{
  CGO__JIT_INTEGER,		/* a general register */
  CGO__JIT_INTEGER2,		/* two of them, or memory */
  CGO__JIT_FLOAT,		/* a vector register */
  CGO__JIT_FLOAT2,		/* two of them, or memory */
  CGO__JIT_X87,			/* long double */
  CGO__JIT_X87_2,		/* two of those */
  CGO__JIT_OTHER		/* libgccjit does not tell: structures, vectors */
};

/* Arguments that were seen so far; starts as zeros.  */
struct cgo__jit_args
{
  unsigned integers, floats;	/* registers in use */
  uint64_t bytes;		/* of stack */
  bool unknown;			/* one was CGO__JIT_OTHER: bytes does not count */
};

void cgo__jit_arg (struct cgo__jit_args *, enum cgo__jit_class);

/* Assembly for a context, malloc'ed, or null with errno.  SYMBOL is the new function's name; see
   target-x86_64.c.  */
char *cgo__jit_asm_begin (void);
char *cgo__jit_asm_import (const char *symbol, const char *name, const void *address,
			   enum cgo_jit_mode mode, const struct cgo__jit_args *args);
char *cgo__jit_asm_export (const char *symbol, const char *body,
			   const struct cgo__jit_args *args);

/* x86_64.S: a function that libffi calls with a closure in the static chain.  */
__attribute__ ((__visibility__ ("hidden"))) void __cgo_closure_enter (void);

#endif
