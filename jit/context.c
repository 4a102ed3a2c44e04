/* context.c - libgccjit contexts whose functions are goroutine code.

   libgccjit is GCC without its plugins, so the code has GCC's own -fsplit-stack checks, which
   keep the same protocol (runtime/README, "A stack that grows").  What that option does not
   know is C, and who calls: both are said here, function by function, and become assembly
   beside the code (target-x86_64.c).

     cgo_jit_import	a gcc_jit_function that is the thunk of a C function
     cgo_jit_export	the entry PREFIX_NAME beside a function NAME

   Options that every context has:

     -fsplit-stack		  the checks
     -maccumulate-outgoing-args  the checks count what calls push
     -Bsymbolic		  the code calls its own functions, not what the program has
				  by that name; so their addresses need no table either
     libcgojit.so itself	  found also where a dlopen with RTLD_LOCAL brought it

   SPDX-License-Identifier: MIT  */

#include "jit.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__ ((__visibility__ ("default")))

/* Of entries; that of a function with a result is found by gcc_jit_result_get_code.  */
#define ENTRY_PREFIX "__cgo_export_"

/* Adds ASSEMBLY, which is freed, to CTXT.  */
static int
add_asm (gcc_jit_context *ctxt, gcc_jit_location *loc, char *assembly)
{
  if (!assembly)
    return -1;
  gcc_jit_context_add_top_level_asm (ctxt, loc, assembly);
  free (assembly);
  return 0;
}

/* The code's object needs this library.  The loader knows it by its soname, so the file is
   wanted for the link only.  */
static void
add_library (gcc_jit_context *ctxt)
{
  Dl_info info;
  char *path;
  if (!dladdr ((void *) add_library, &info) || !(path = realpath (info.dli_fname, NULL)))
    return;
  gcc_jit_context_add_driver_option (ctxt, path);
  free (path);
}

EXPORT gcc_jit_context *
cgo_jit_context_acquire (void)
{
  gcc_jit_context *ctxt = gcc_jit_context_acquire ();
  if (!ctxt || add_asm (ctxt, NULL, cgo__jit_asm_begin ()) != 0)
    {
      if (ctxt)
	gcc_jit_context_release (ctxt);
      errno = ENOMEM;
      return NULL;
    }
  gcc_jit_context_add_command_line_option (ctxt, "-fsplit-stack");
  gcc_jit_context_add_command_line_option (ctxt, "-maccumulate-outgoing-args");
  gcc_jit_context_add_driver_option (ctxt, "-Wl,-Bsymbolic");
  add_library (ctxt);
  return ctxt;
}

/* ---- Arguments ---- */

static enum cgo__jit_class
class_of (gcc_jit_context *ctxt, gcc_jit_type *type)
{
  static const struct { enum gcc_jit_types type; enum cgo__jit_class class; } rows[] =
  {
    { GCC_JIT_TYPE_FLOAT, CGO__JIT_FLOAT },
    { GCC_JIT_TYPE_DOUBLE, CGO__JIT_FLOAT },
    { GCC_JIT_TYPE_COMPLEX_FLOAT, CGO__JIT_FLOAT },
    { GCC_JIT_TYPE_COMPLEX_DOUBLE, CGO__JIT_FLOAT2 },
    { GCC_JIT_TYPE_LONG_DOUBLE, CGO__JIT_X87 },
    { GCC_JIT_TYPE_COMPLEX_LONG_DOUBLE, CGO__JIT_X87_2 },
    { GCC_JIT_TYPE_VOID, CGO__JIT_INTEGER }	/* as a result */
  };
  /* One layer at a time: what is inside a vector is its element.  */
  gcc_jit_type *inner;
  while (!gcc_jit_type_dyncast_vector (type)
	 && (inner = gcc_jit_type_unqualified (type)) != type)
    type = inner;
  if (gcc_jit_type_dyncast_vector (type))
    return CGO__JIT_OTHER;
  if (gcc_jit_type_is_bool (type) || gcc_jit_type_is_pointer (type))
    return CGO__JIT_INTEGER;
  if (gcc_jit_type_is_integral (type))
    return gcc_jit_type_get_size (type) > 8 ? CGO__JIT_INTEGER2 : CGO__JIT_INTEGER;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (type == gcc_jit_context_get_type (ctxt, rows[i].type))
      return rows[i].class;
  return CGO__JIT_OTHER;
}

/* What a call of FN passes on the stack.  A result in memory takes a register, too.  */
static struct cgo__jit_args
args_of (gcc_jit_context *ctxt, gcc_jit_function *fn, int is_variadic)
{
  struct cgo__jit_args args = { .unknown = is_variadic };
  size_t n = gcc_jit_function_get_param_count (fn);
  if (class_of (ctxt, gcc_jit_function_get_return_type (fn)) == CGO__JIT_OTHER)
    args.unknown = true;
  for (size_t i = 0; i < n; i++)
    {
      gcc_jit_rvalue *p = gcc_jit_param_as_rvalue (gcc_jit_function_get_param (fn, i));
      cgo__jit_arg (&args, class_of (ctxt, gcc_jit_rvalue_get_type (p)));
    }
  return args;
}

/* ---- Imports ---- */

/* These return twice, or where no code of -fsplit-stack may be.  */
static bool
returns_twice (const char *name)
{
  static const char *const names[] =
    { "setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp", "getcontext", "vfork" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp (name, names[i]) == 0)
      return true;
  return false;
}

static int
bad_import (gcc_jit_context *ctxt, enum cgo_jit_mode mode, const char *name)
{
  return !ctxt || !name || (unsigned) mode > CGO_JIT_LEAF
	 || returns_twice (name);
}

EXPORT gcc_jit_function *
cgo_jit_import (gcc_jit_context *ctxt, gcc_jit_location *loc, enum cgo_jit_mode mode,
		gcc_jit_type *return_type, const char *name, int num_params,
		gcc_jit_param **params, int is_variadic, const void *address)
{
  static atomic_uint number;
  char *symbol;
  if (bad_import (ctxt, mode, name))
    {
      errno = EINVAL;
      return NULL;
    }
  if (mode == CGO_JIT_LEAF && !address)
    symbol = strdup (name);
  /* A context may import a name twice, in two modes.  Relaxed: no two are alike, that is all.  */
  else if (asprintf (&symbol, "__cgo_import_%u_%s",
		     atomic_fetch_add_explicit (&number, 1, memory_order_relaxed), name) < 0)
    symbol = NULL;
  if (!symbol)
    return NULL;
  gcc_jit_function *fn
    = gcc_jit_context_new_function (ctxt, loc, GCC_JIT_FUNCTION_IMPORTED, return_type, symbol,
				    num_params, params, is_variadic);
  if (!fn)
    errno = EINVAL;
  else if (mode != CGO_JIT_LEAF || address)
    {
      struct cgo__jit_args args = args_of (ctxt, fn, is_variadic);
      if (add_asm (ctxt, loc, cgo__jit_asm_import (symbol, name, address, mode, &args)) != 0)
	fn = NULL;
    }
  free (symbol);
  return fn;
}

/* ---- Exports ---- */

EXPORT int
cgo_jit_export (gcc_jit_context *ctxt, gcc_jit_function *fn)
{
  char *symbol;
  if (!ctxt || !fn)
    {
      errno = EINVAL;
      return -1;
    }
  /* The name is all that libgccjit says of a function's object.  */
  const char *body = gcc_jit_object_get_debug_string (gcc_jit_function_as_object (fn));
  struct cgo__jit_args args = args_of (ctxt, fn, 0);
  if (args.unknown)
    {
      errno = ENOTSUP;
      return -1;
    }
  if (asprintf (&symbol, ENTRY_PREFIX "%s", body) < 0)
    return -1;
  int result = add_asm (ctxt, NULL, cgo__jit_asm_export (symbol, body, &args));
  free (symbol);
  return result;
}

EXPORT void *
cgo_jit_result_get_code (gcc_jit_result *result, const char *name)
{
  char *symbol;
  if (!result || !name)
    {
      errno = EINVAL;
      return NULL;
    }
  if (asprintf (&symbol, ENTRY_PREFIX "%s", name) < 0)
    return NULL;
  void *code = gcc_jit_result_get_code (result, symbol);
  free (symbol);
  if (!code)
    errno = ENOENT;
  return code;
}
