/* A result in x87 registers must not stay there for another goroutine to find: of a function
   that a goroutine began with, which nobody takes; of C, while the goroutine that called it
   waits for a processor.  Eight of them and the next value becomes a NaN.

   { dg-foreign "x87-result_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <complex.h>

long double c_slow (long) CGO_CALL_BLOCKING;
_Complex long double c_slow_complex (long) CGO_CALL_BLOCKING;

static cgo_wg wg;

/* All of the registers.  */

NOINLINE static long double
eight (long double x)
{
  long double r;
  __asm__ ("fld %%st(0)\n\tfld %%st(0)\n\tfld %%st(0)\n\tfld %%st(0)\n\tfld %%st(0)\n\t"
	   "fld %%st(0)\n\tfld %%st(0)\n\tfaddp\n\tfaddp\n\tfaddp\n\tfaddp\n\tfaddp\n\t"
	   "faddp\n\tfaddp" : "=t" (r) : "0" (x)
	   : "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)");
  return r;
}

static long double
dropped (long double x)
{
  cgo_wg_done (&wg);
  return x;
}

static _Complex long double
dropped_complex (long double x)
{
  cgo_wg_done (&wg);
  return x + x * I;
}

static void
caller (long n)
{
  for (long i = 0; i < 10; i++)
    {
      CHECK (c_slow (n) == n + 0.5L);
      CHECK (eight (n) == 8 * n);
      CHECK (c_slow_complex (n) == n + 0.5L * I);
    }
  cgo_wg_done (&wg);
}

static void
computer (long n)
{
  for (long i = 0; i < 300; i++)
    {
      CHECK (eight (n + i) == 8 * (n + i));
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 2 * 20 + 2 * 8);
  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (cgo_go (dropped, i), 0);
      CHECK_EQ (cgo_go (dropped_complex, i), 0);
    }
  for (int i = 0; i < 8; i++)
    {
      CHECK_EQ (cgo_go (caller, i), 0);
      CHECK_EQ (cgo_go (computer, i), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK (eight (3) == 24);
  return 0;
}
