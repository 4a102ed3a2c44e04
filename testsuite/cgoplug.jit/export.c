/* Without an entry beside it C could not call a function of a context, and goroutine code that
   has a pointer to it would take it for C: from C on this thread and on foreign ones, by qsort,
   by cgo_go, with arguments on the stack; on a goroutine always, which waits below, or ends.

   { dg-foreign "export_c.c" }
   { dg-link "-lcgojit -lgccjit" }  */

#include "jit.h"
#include <stdlib.h>

long c_calls (void *fn, long times) CGO_CALL;
long c_calls_nonblocking (void *fn, long times) CGO_CALL_NONBLOCKING;
long c_threads (void *fn, long threads, long times) CGO_CALL;

#define MANY "d(ldldlllllDi)"

/* The last part of each function.  */
static double
many (long a, double b, long c, double d, long e, long f, long g, long h, long i, long double x,
      int j)
{
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * (double) x
	 + 11 * j;
}

static int
compare (const long *a, const long *b)
{
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  return *a < *b ? -1 : *a > *b;
}

/* A function NAME that calls FN with its arguments.  */
static void
make (const char *name, const char *signature, void *fn)
{
  gcc_jit_rvalue *args[MOST];
  gcc_jit_function *made = function (name, signature);
  for (size_t i = 0; i < strlen (signature) - 3; i++)
    args[i] = param (made, i);
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (made, NULL), NULL,
				 call_pointer (signature, fn, args));
  CHECK_EQ (cgo_jit_export (ctxt, made), 0);
}

static void
sort (int (*by) (const void *, const void *))
{
  long a[100];
  for (long i = 0; i < 100; i++)
    a[i] = i * 37 % 100;
  qsort (a, 100, sizeof *a, by);
  for (long i = 0; i < 100; i++)
    CHECK_EQ (a[i], i);
}

static void
worker (void *code, int (*by) (const void *, const void *), cgo_wg *wg)
{
  CHECK_EQ (c_calls (code, 50), 0);
  CHECK_EQ (c_calls_nonblocking (code, 50), 0);
  sort (by);
  cgo_wg_done (wg);
}

static cgo_wg started = CGO_WG_INIT;

static long
start_here (long n)
{
  CHECK (guard_slot () != 0);
  cgo_wg_done (&started);
  return n;
}

/* In a callback that would be a named error: goroutine code calls in place.  */
static cgo_wg ended = CGO_WG_INIT;

static long
end_here (long n)
{
  (void) n;
  cgo_wg_done (&ended);
  cgo_goexit ();
}

static void
ender (long (*end) (long))
{
  end (1);
  CHECK (!"reached");
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  start (2);
  make ("end", "l(l)", end_here);
  make ("many", MANY, many);
  make ("compare", "i(pp)", compare);
  make ("go", "l(l)", start_here);
  gcc_jit_result *result = compile ();
  double (*code) (long, double, long, double, long, long, long, long, long, long double, int)
    = cgo_jit_result_get_code (result, "many");
  int (*by) (const void *, const void *) = cgo_jit_result_get_code (result, "compare");
  void (*go) (long) = cgo_jit_result_get_code (result, "go");
  long (*end) (long) = cgo_jit_result_get_code (result, "end");
  CHECK (code && by && go && end);
  CHECK (code (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) == 506);
  cgo_wg_add (&wg, 10);
  cgo_wg_add (&started, 10);
  cgo_wg_add (&ended, 10);
  for (int i = 0; i < 10; i++)
    {
      CHECK_EQ (cgo_go (worker, code, by, &wg), 0);
      CHECK_EQ (cgo_go (go, i), 0);
      CHECK_EQ (cgo_go (ender, end), 0);
    }
  CHECK_EQ (c_threads (code, 4, 50), 0);
  cgo_wg_wait (&wg);
  cgo_wg_wait (&started);
  cgo_wg_wait (&ended);
  gcc_jit_result_release (result);
  return 0;
}
