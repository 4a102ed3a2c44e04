/* What the tests of contexts share: types by letter, and calls.

   A program sets CTXT; functions of one block are made by FUNCTION and what follows.  */

#ifndef JIT_H
#define JIT_H 1

#include <cgo.h>
#include <cgo/jit.h>
#include "check.h"
#include <errno.h>
#include <string.h>

enum { MOST = 16 };

static gcc_jit_context *ctxt;

static inline gcc_jit_type *
type (char letter)
{
  static const char letters[] = "vbildDpf";
  static const enum gcc_jit_types types[]
    = { GCC_JIT_TYPE_VOID, GCC_JIT_TYPE_BOOL, GCC_JIT_TYPE_INT, GCC_JIT_TYPE_LONG,
	GCC_JIT_TYPE_DOUBLE, GCC_JIT_TYPE_LONG_DOUBLE, GCC_JIT_TYPE_VOID_PTR,
	GCC_JIT_TYPE_FLOAT };
  return gcc_jit_context_get_type (ctxt, types[strchr (letters, letter) - letters]);
}

/* Parameters for "l(id)", from its third letter on; how many.  */
static inline int
parameters (const char *signature, gcc_jit_param **params)
{
  int n = 0;
  for (const char *s = signature + 2; *s != ')'; s++, n++)
    params[n] = gcc_jit_context_new_param (ctxt, NULL, type (*s), "p");
  return n;
}

static inline gcc_jit_function *
function (const char *name, const char *signature)
{
  gcc_jit_param *params[MOST];
  int n = parameters (signature, params);
  return gcc_jit_context_new_function (ctxt, NULL, GCC_JIT_FUNCTION_EXPORTED,
				       type (*signature), name, n, params, 0);
}

static inline gcc_jit_function *
import (enum cgo_jit_mode mode, const char *name, const char *signature, int variadic,
	const void *address)
{
  gcc_jit_param *params[MOST];
  int n = parameters (signature, params);
  return cgo_jit_import (ctxt, NULL, mode, type (*signature), name, n, params, variadic,
			 address);
}

static inline gcc_jit_rvalue *
param (gcc_jit_function *fn, int i)
{
  return gcc_jit_param_as_rvalue (gcc_jit_function_get_param (fn, i));
}

static inline gcc_jit_rvalue *
number (long n)
{
  return gcc_jit_context_new_rvalue_from_long (ctxt, type ('l'), n);
}

static inline gcc_jit_rvalue *
plus (gcc_jit_rvalue *a, gcc_jit_rvalue *b)
{
  return gcc_jit_context_new_binary_op (ctxt, NULL, GCC_JIT_BINARY_OP_PLUS,
					gcc_jit_rvalue_get_type (a), a, b);
}

static inline gcc_jit_rvalue *
call (gcc_jit_function *fn, int n, gcc_jit_rvalue **args)
{
  return gcc_jit_context_new_call (ctxt, NULL, fn, n, args);
}

static inline gcc_jit_rvalue *
call1 (gcc_jit_function *fn, gcc_jit_rvalue *arg)
{
  return call (fn, 1, &arg);
}

/* A call of goroutine code, by its address: nothing is imported.  */
static inline gcc_jit_rvalue *
call_pointer (const char *signature, void *address, gcc_jit_rvalue **args)
{
  gcc_jit_type *types[MOST];
  int n = 0;
  for (const char *s = signature + 2; *s != ')'; s++)
    types[n++] = type (*s);
  gcc_jit_type *pointer
    = gcc_jit_context_new_function_ptr_type (ctxt, NULL, type (*signature), n, types, 0);
  gcc_jit_rvalue *fn = gcc_jit_context_new_rvalue_from_ptr (ctxt, pointer, address);
  return gcc_jit_context_new_call_through_ptr (ctxt, NULL, fn, n, args);
}

/* A function whose arguments are all passed on to FN, and which can be called from outside.  */
static inline void
passes_on (const char *name, const char *signature, gcc_jit_function *to)
{
  gcc_jit_rvalue *args[MOST];
  gcc_jit_function *fn = function (name, signature);
  gcc_jit_block *block = gcc_jit_function_new_block (fn, NULL);
  int n = strlen (signature) - 3;
  for (int i = 0; i < n; i++)
    args[i] = param (fn, i);
  gcc_jit_rvalue *value = call (to, n, args);
  if (*signature == 'v')
    {
      gcc_jit_block_add_eval (block, NULL, value);
      gcc_jit_block_end_with_void_return (block, NULL);
    }
  else
    gcc_jit_block_end_with_return (block, NULL, value);
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
}

/* For made functions to call: needs a goroutine, and more stack than there may be.  */
__attribute__ ((__unused__)) NOINLINE static long
waits (long n)
{
  volatile char room[3000];
  room[n & 7] = 0;
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  return n + room[n & 7];
}

static inline void
start (int level)
{
  ctxt = cgo_jit_context_acquire ();
  CHECK (ctxt != NULL);
  gcc_jit_context_set_int_option (ctxt, GCC_JIT_INT_OPTION_OPTIMIZATION_LEVEL, level);
}

static inline gcc_jit_result *
compile (void)
{
  gcc_jit_result *result = gcc_jit_context_compile (ctxt);
  const char *error = gcc_jit_context_get_last_error (ctxt);
  if (error)
    dprintf (2, "%s\n", error);
  CHECK (result != NULL && !error);
  gcc_jit_context_release (ctxt);
  return result;
}

#endif
