/* Without the ABI's count of arguments C would miss those that are on the stack: integers of 16
   bytes, which go to registers whole or not at all, complex numbers, and vectors and structures,
   of which libgccjit does not tell the size.  In functions of a context that were exported, too.

   { dg-foreign "import-types_c.c" }
   { dg-link "-rdynamic -lcgojit -lgccjit" }  */

#include "jit.h"

struct wide { long v[5]; };
typedef int vec __attribute__ ((__vector_size__ (16)));

long c_halves (long, long, long, long, long, __int128, long, __int128, _Complex double,
	       _Complex long double, float) CGO_CALL;
long c_struct (struct wide *, long, long, long, long, long, long) CGO_CALL;
long c_vectors (vec *) CGO_CALL;
long c_export (void *) CGO_CALL;

static gcc_jit_type *
kind (enum gcc_jit_types k)
{
  return gcc_jit_context_get_type (ctxt, k);
}

/* A function NAME with parameters of TYPES, N of them.  */
static gcc_jit_function *
declare (const char *name, int n, gcc_jit_type **types, int imported)
{
  gcc_jit_param *params[MOST];
  for (int i = 0; i < n; i++)
    params[i] = gcc_jit_context_new_param (ctxt, NULL, types[i], "p");
  if (imported)
    return cgo_jit_import (ctxt, NULL, CGO_JIT_DEFAULT, type ('l'), name, n, params, 0, NULL);
  return gcc_jit_context_new_function (ctxt, NULL, GCC_JIT_FUNCTION_EXPORTED, type ('l'), name, n,
				       params, 0);
}

static gcc_jit_function *
wraps (const char *name, int n, gcc_jit_type **types, gcc_jit_function *to)
{
  gcc_jit_rvalue *args[MOST];
  gcc_jit_function *fn = declare (name, n, types, 0);
  for (int i = 0; i < n; i++)
    args[i] = param (fn, i);
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL,
				 call (to, n, args));
  return fn;
}

static void
halves (void)
{
  gcc_jit_type *t[11], *l = type ('l');
  for (int i = 0; i < 7; i++)
    t[i] = i == 5 ? kind (GCC_JIT_TYPE_INT128_T) : l;
  t[7] = t[5];
  t[8] = kind (GCC_JIT_TYPE_COMPLEX_DOUBLE);
  t[9] = kind (GCC_JIT_TYPE_COMPLEX_LONG_DOUBLE);
  t[10] = type ('f');
  CHECK_EQ (cgo_jit_export (ctxt, wraps ("halves", 11, t, declare ("c_halves", 11, t, 1))), 0);
}

/* By value what the pointer points to; exported is the one with the pointer.  */
static void
by_value (const char *name, const char *c_name, gcc_jit_type *value, int values, int n)
{
  gcc_jit_type *t[MOST], *p[MOST] = { gcc_jit_type_get_pointer (value) };
  gcc_jit_rvalue *args[MOST];
  for (int i = 0; i < n; i++)
    t[i] = i < values ? value : type ('l');
  for (int i = 1; i <= n - values; i++)
    p[i] = type ('l');
  gcc_jit_function *to = declare (c_name, n, t, 1), *fn = declare (name, n - values + 1, p, 0);
  for (int i = 0; i < n; i++)
    args[i] = i < values
      ? gcc_jit_lvalue_as_rvalue (gcc_jit_context_new_array_access (ctxt, NULL, param (fn, 0),
								    number (i)))
      : param (fn, i - values + 1);
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL,
				 call (to, n, args));
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
  if (n == values)
    {
      t[0] = gcc_jit_type_get_const (value);
      errno = 0;
      CHECK_EQ (cgo_jit_export (ctxt, declare (c_name, 1, t, 1)), -1);
      CHECK_EQ (errno, ENOTSUP);
    }
}

int
main (void)
{
  start (2);
  halves ();
  gcc_jit_type *array = gcc_jit_context_new_array_type (ctxt, NULL, type ('l'), 5);
  gcc_jit_field *field = gcc_jit_context_new_field (ctxt, NULL, array, "v");
  by_value ("wide", "c_wide", gcc_jit_struct_as_type
	    (gcc_jit_context_new_struct_type (ctxt, NULL, "wide", 1, &field)), 1, 7);
  by_value ("vectors", "c_nine", gcc_jit_type_get_vector (type ('i'), 4), 9, 9);
  gcc_jit_result *result = compile ();
  long (*halves) (long, long, long, long, long, __int128, long, __int128, _Complex double,
		  _Complex long double, float) = cgo_jit_result_get_code (result, "halves");
  long (*wide) (struct wide *, long, long, long, long, long, long)
    = cgo_jit_result_get_code (result, "wide");
  long (*vectors) (vec *) = cgo_jit_result_get_code (result, "vectors");
  struct wide w = { { 1, 2, 3, 4, 5 } };
  vec v[9];
  for (int i = 0; i < 9; i++)
    v[i] = (vec) { i, 1, 2, 3 };
  for (int i = 0; i < 50; i++)
    {
      CHECK_EQ (halves (1, 2, 3, 4, i, -6, 7, (__int128) 1 << 64, 9 + 10i, 11 + 12il, 13),
		c_halves (1, 2, 3, 4, i, -6, 7, (__int128) 1 << 64, 9 + 10i, 11 + 12il, 13));
      CHECK_EQ (wide (&w, 6, 7, 8, 9, 10, i), c_struct (&w, 6, 7, 8, 9, 10, i));
      CHECK_EQ (vectors (v), c_vectors (v));
    }
  CHECK_EQ (c_export (halves), 0);
  gcc_jit_result_release (result);
  return 0;
}
