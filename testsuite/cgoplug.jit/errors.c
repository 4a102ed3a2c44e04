/* Errors of contexts are values: wrong types, names that C has not, what cannot be imported or
   exported; the text is libgccjit's, and the program goes on.

   { dg-link "-lcgojit -lgccjit" }
   { dg-output ".*undefined symbol: __cgo_export_hidden\n?" }  */

#include "jit.h"

static void
quiet (void)
{
  start (0);
  gcc_jit_context_set_bool_print_errors_to_stderr (ctxt, 0);
}

/* The context does not compile, and says WHY.  */
static void
fails (const char *why)
{
  gcc_jit_result *result = gcc_jit_context_compile (ctxt);
  const char *text = gcc_jit_context_get_first_error (ctxt);
  CHECK (result == NULL && text != NULL);
  if (!strstr (text, why))
    dprintf (2, "%s\n", text);
  CHECK (strstr (text, why) != NULL);
  gcc_jit_context_release (ctxt);
}

static void
wrong_type (void)
{
  quiet ();
  gcc_jit_function *fn = function ("f", "l(d)");
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL, param (fn, 0));
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
  fails ("mismatching types: return of p (type: double)");
}

static void
no_function (void)
{
  quiet ();
  passes_on ("f", "l(l)", import (CGO_JIT_DEFAULT, "nobody_has_it", "l(l)", 0, NULL));
  fails ("undefined symbol: nobody_has_it");
}

static void
bad_import (void)
{
  static const char *const twice[] = { "setjmp", "_setjmp", "__sigsetjmp", "vfork" };
  for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
    {
      quiet ();
      errno = 0;
      CHECK (!import (CGO_JIT_DEFAULT, twice[i], "i(p)", 0, NULL) && errno == EINVAL);
      gcc_jit_context_release (ctxt);
    }
  quiet ();
  CHECK (!import (CGO_JIT_LEAF + 1, "puts", "i(p)", 0, NULL) && errno == EINVAL);
  errno = 0;
  CHECK (!import (CGO_JIT_DEFAULT, NULL, "i(p)", 0, NULL) && errno == EINVAL);
  errno = 0;
  CHECK (!cgo_jit_import (NULL, NULL, CGO_JIT_DEFAULT, type ('i'), "puts", 0, NULL, 0, NULL)
	 && errno == EINVAL);
  errno = 0;
  CHECK (!import (CGO_JIT_DEFAULT, "a b", "i(p)", 0, NULL) && errno == EINVAL);
  fails ("contains invalid character");
}

/* A structure by value: the size is not known.  */
static void
bad_export (void)
{
  quiet ();
  gcc_jit_field *field = gcc_jit_context_new_field (ctxt, NULL, type ('l'), "f");
  gcc_jit_type *s = gcc_jit_struct_as_type (gcc_jit_context_new_struct_type
					    (ctxt, NULL, "s", 1, &field));
  gcc_jit_param *p = gcc_jit_context_new_param (ctxt, NULL, s, "p");
  gcc_jit_function *fn = gcc_jit_context_new_function (ctxt, NULL, GCC_JIT_FUNCTION_EXPORTED,
						       type ('l'), "f", 1, &p, 0);
  errno = 0;
  CHECK (cgo_jit_export (ctxt, fn) == -1 && errno == ENOTSUP);
  errno = 0;
  CHECK (cgo_jit_export (ctxt, NULL) == -1 && errno == EINVAL);
  gcc_jit_context_release (ctxt);
}

static void
not_exported (void)
{
  start (0);
  gcc_jit_function *fn = function ("hidden", "l(l)");
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL, param (fn, 0));
  passes_on ("f", "l(l)", fn);
  gcc_jit_result *result = compile ();
  errno = 0;
  CHECK (!cgo_jit_result_get_code (result, "hidden") && errno == ENOENT);
  errno = 0;
  CHECK (!cgo_jit_result_get_code (result, NULL) && errno == EINVAL);
  CHECK (!cgo_jit_result_get_code (NULL, "f") && errno == EINVAL);
  long (*f) (long) = cgo_jit_result_get_code (result, "f");
  CHECK_EQ (f (3), 3);
  gcc_jit_result_release (result);
}

int
main (void)
{
  wrong_type ();
  no_function ();
  bad_import ();
  bad_export ();
  not_exported ();
  return 0;
}
