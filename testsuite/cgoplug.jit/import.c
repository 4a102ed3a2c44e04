/* Without thunks for C the functions of a context would call it on the goroutine's stack: each
   mode, with arguments in registers and on the stack, variadic, by name and by address.

   { dg-foreign "import_c.c" }
   { dg-link "-rdynamic -lcgojit -lgccjit" }  */

#include "jit.h"

long c_one (long) CGO_CALL;
double c_many (long, double, long, double, long, long, long, long, long, long double, int)
  CGO_CALL;
long c_few (long, long, long, long, long, long, long, long) CGO_CALL;
long c_leaf (long) CGO_CALL_LEAF (64);
extern int c_errors;

#define FEW "l(llllllll)"
#define MANY "d(ldldlllllDi)"

static void
check (gcc_jit_result *result, const char *mode)
{
  char name[20];
  snprintf (name, sizeof name, "one%s", mode);
  long (*one) (long) = cgo_jit_result_get_code (result, name);
  snprintf (name, sizeof name, "few%s", mode);
  long (*few) (long, long, long, long, long, long, long, long)
    = cgo_jit_result_get_code (result, name);
  snprintf (name, sizeof name, "many%s", mode);
  double (*many) (long, double, long, double, long, long, long, long, long, long double, int)
    = cgo_jit_result_get_code (result, name);
  CHECK (one && few && many);
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (one (i), i + 1);
      CHECK_EQ (few (1, 2, 3, 4, 5, 6, 7, i), 140 + 8 * i);
      CHECK (many (1, 2, 3, 4, 5, 6, 7, 8, i, 10, 11) == 57 + i);
    }
}

static void
import_mode (const char *mode, enum cgo_jit_mode m, int by_address)
{
  char name[20];
  gcc_jit_function *fn = import (m, "c_one", "l(l)", 0, by_address ? c_one : NULL);
  snprintf (name, sizeof name, "one%s", mode);
  passes_on (name, "l(l)", fn);
  fn = import (m, "c_few", FEW, 0, by_address ? c_few : NULL);
  snprintf (name, sizeof name, "few%s", mode);
  passes_on (name, FEW, fn);
  fn = import (m, "c_many", MANY, 0, by_address ? c_many : NULL);
  snprintf (name, sizeof name, "many%s", mode);
  passes_on (name, MANY, fn);
}

static void
import_more (void)
{
  passes_on ("leaf", "l(l)", import (CGO_JIT_LEAF, "c_leaf", "l(l)", 0, NULL));
  passes_on ("leafp", "l(l)", import (CGO_JIT_LEAF, "c_leaf", "l(l)", 0, c_leaf));
  gcc_jit_function *fn = function ("format", "i(plld)");
  gcc_jit_block *block = gcc_jit_function_new_block (fn, NULL);
  gcc_jit_rvalue *args[] =
    { param (fn, 0), number (200),
      gcc_jit_context_new_string_literal (ctxt, "%ld %g %ld %ld %ld %g"),
      param (fn, 1), param (fn, 3), param (fn, 2), param (fn, 1), param (fn, 2), param (fn, 3) };
  gcc_jit_function *print = import (CGO_JIT_DEFAULT, "snprintf", "i(plp)", 1, NULL);
  gcc_jit_block_end_with_return (block, NULL, call (print, 9, args));
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
}

static void
check_more (gcc_jit_result *result)
{
  char text[200];
  long (*leaf) (long) = cgo_jit_result_get_code (result, "leaf");
  long (*leafp) (long) = cgo_jit_result_get_code (result, "leafp");
  int (*format) (char *, long, long, double) = cgo_jit_result_get_code (result, "format");
  CHECK_EQ (leaf (41), 42);
  CHECK_EQ (leafp (41), 42);
  CHECK_EQ (format (text, -1, 99, .5), 19);
  CHECK (strcmp (text, "-1 0.5 99 -1 99 0.5") == 0);
}

static void
worker (gcc_jit_result *result, cgo_wg *wg)
{
  check (result, "");
  check (result, "nb");
  check (result, "block");
  check (result, "address");
  check (result, "pin");
  check_more (result);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  start (2);
  import_mode ("", CGO_JIT_DEFAULT, 0);
  import_mode ("address", CGO_JIT_DEFAULT, 1);
  import_mode ("nb", CGO_JIT_NONBLOCKING, 0);
  import_mode ("block", CGO_JIT_BLOCKING, 0);
  import_mode ("pin", CGO_JIT_PIN, 0);
  import_more ();
  gcc_jit_result *result = compile ();
  cgo_wg_add (&wg, 10);
  for (int i = 0; i < 10; i++)
    CHECK_EQ (cgo_go (worker, result, &wg), 0);
  cgo_wg_wait (&wg);
  CHECK_EQ (c_errors, 0);
  gcc_jit_result_release (result);
  return 0;
}
