/* cgo/jit.h - functions made by libgccjit that are goroutine code.  -lcgojit -lgccjit

   A context of cgo_jit_context_acquire is one of libgccjit in all respects, and is used with
   libgccjit's functions; its functions check the stack, which grows, as that of any goroutine
   code.  They call each other and other goroutine code as they are.  What else they call is C
   and must be imported:

     gcc_jit_function *f
       = cgo_jit_import (ctxt, NULL, CGO_JIT_DEFAULT, int_type, "puts", 1, &param, 0, NULL);

   and what is called from outside must be exported:

     cgo_jit_export (ctxt, fn);
     gcc_jit_result *result = gcc_jit_context_compile (ctxt);
     double (*f) (double) = cgo_jit_result_get_code (result, "f");

   Errors are those of libgccjit: gcc_jit_context_get_first_error and _last_error have the text,
   and gcc_jit_context_compile returns null then.  Nothing aborts.

   Threads: libgccjit's rules.  A context is used by one goroutine or thread at a time;
   different ones at once.  Compilations wait for each other, in C: they hold no processor up.
   They need some KiB of the thread's stack for each level of nesting in an expression: a
   thousand levels fit the usual 8 MiB, and too many are a named error, like any overrun of C's
   stack.

   What a context's functions must not do: call C that was not imported, be it by a pointer;
   libgccjit's own builtins (gcc_jit_context_get_builtin_function) only if they need no more than
   640 bytes of stack.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_JIT_H
#define CGO_JIT_H 1

#include <cgo/attr.h>
#include <cgo/closure.h>

CGO_CALL_PUSH
#include <libgccjit.h>
CGO_CALL_POP

CGO_BEGIN_DECLS

/* A context whose functions are goroutine code; freed by gcc_jit_context_release.  Options of
   the compiler, the linker and others may be added as to any context, and child contexts be
   made of it, which then are such contexts, too.  Result: the context, or null with errno
   ENOMEM.  Any thread.  */
gcc_jit_context *cgo_jit_context_acquire (void) CGO_CALL;

/* How C is called: the modes of cgo/attr.h, which see.  */
enum cgo_jit_mode
{
  CGO_JIT_DEFAULT,		/* CGO_CALL: may block */
  CGO_JIT_NONBLOCKING,
  CGO_JIT_BLOCKING,
  CGO_JIT_PIN,
  CGO_JIT_LEAF			/* CGO_CALL_LEAF (640) */
};

/* The C function NAME as one that CTXT's functions may call, like gcc_jit_context_new_function
   with GCC_JIT_FUNCTION_IMPORTED, whose LOC, RETURN_TYPE, NUM_PARAMS, PARAMS and IS_VARIADIC
   these are.  ADDRESS, if not null, is that of the function, and NAME, a C identifier, stands in
   backtraces only.  Of variadic functions and those that take or return structures or vectors,
   up to 512 bytes of arguments on the stack are passed.

   gcc_jit_function_get_address of the result is a pointer that both C and goroutine code may
   call.  Code with an ADDRESS in it that is compiled to a file serves this process only.

   Result: the function, which lives as long as CTXT, or null with errno: EINVAL, MODE is none, or
   NAME is a function that returns twice (setjmp, vfork), or CTXT or NAME is null, or libgccjit
   says what is wrong; ENOMEM.  */
gcc_jit_function *cgo_jit_import (gcc_jit_context *ctxt, gcc_jit_location *loc,
				  enum cgo_jit_mode mode, gcc_jit_type *return_type,
				  const char *name, int num_params, gcc_jit_param **params,
				  int is_variadic, const void *address) CGO_CALL;

/* FN, of kind GCC_JIT_FUNCTION_EXPORTED and not variadic, can be called from outside: by
   goroutine code, in place, and by C on any thread, on a goroutine, as a CGO_EXPORT function.
   What is called is the symbol __cgo_export_NAME, which is good to know where code is compiled to
   a file.
   Result: 0, or -1 with errno: EINVAL, CTXT or FN is null; ENOTSUP, FN takes or returns a
   structure or vector, of which libgccjit does not tell the size (pass a pointer); ENOMEM.  */
int cgo_jit_export (gcc_jit_context *ctxt, gcc_jit_function *fn) CGO_CALL;

/* The pointer to the exported function NAME in RESULT, for goroutine code and C alike; good until
   gcc_jit_result_release.  The pointer that gcc_jit_result_get_code has is not marked as
   goroutine code: a call through it is one of C, on the thread's stack, where nothing may wait.
   Result: the pointer, or null with errno: ENOENT, NAME was not exported; EINVAL, RESULT or
   NAME is null; ENOMEM.  Any thread.  */
void *cgo_jit_result_get_code (gcc_jit_result *result, const char *name) CGO_CALL;

CGO_END_DECLS
#endif
