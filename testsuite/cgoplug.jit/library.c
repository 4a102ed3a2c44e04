/* A library that makes functions, opened by a program in plain C with RTLD_LOCAL: without
   libcgojit among what the made object needs, the loader does not find what that calls.

   { dg-library "dlopen" }
   { dg-foreign "library_c.c" }
   { dg-link "-lcgojit -lgccjit" }  */

#include "jit.h"

/* What the program is given: C may call it.  */
CGO_EXPORT long (*library_make (void)) (long)
{
  start (2);
  gcc_jit_function *fn = function ("f", "l(l)");
  gcc_jit_rvalue *n = param (fn, 0);
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL,
				 call_pointer ("l(l)", waits, &n));
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
  return (long (*) (long)) cgo_jit_result_get_code (compile (), "f");
}
