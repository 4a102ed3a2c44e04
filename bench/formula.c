/* formula.c - a formula that calls itself, f (x) = x < 1 ? 0 : f (x - 1) / 2 + x, a thousand
   deep: compiled ahead, and, with the plugin, also compiled by libcgojit when the program runs,
   and interpreted.  Parser, compiler and interpreter are those of examples/formula.c.

   SPDX-License-Identifier: MIT  */

#include "bench.h"

#define TEXT "x < 1 ? 0 : f (x - 1) / 2 + x"
enum { DEPTH = 1000, TIMES = 100 };

volatile double sink;

__attribute__ ((noinline)) static double
ahead (double x)
{
  return x < 1 ? 0 : ahead (x - 1) / 2 + x;
}

__attribute__ ((noinline)) static void
calls (double (*fn) (double), int times)
{
  double sum = 0;
  for (int i = 0; i < times; i++)
    sum += fn (DEPTH - 1);
  sink = sum;
}

#ifdef __CGOPLUG__
# include <cgo/jit.h>
# include <stdlib.h>
# include "../examples/formula.h"

static const struct formula *formula;

static double
interpreted (double x)
{
  return formula_interpret (formula, formula, x);
}

static void
others (void)
{
  const char *end;
  char *error;
  formula = formula_parse (TEXT, &end);
  gcc_jit_result *result = formula_compile (formula, 2, &error);
  if (!result)
    fprintf (stderr, "formula: %s\n", error), exit (1);
  double (*compiled) (double) = (double (*) (double)) cgo_jit_result_get_code (result, "f");
  calls (compiled, TIMES);
  calls (interpreted, TIMES / 10);
  for (int r = 0; r < BENCH_REPEAT; r++)
    {
      BENCH ("formula-jit", TIMES * DEPTH, calls (compiled, TIMES));
      BENCH ("formula-interp", TIMES / 10 * DEPTH, calls (interpreted, TIMES / 10));
    }
}
#else
static void
others (void)
{
}
#endif

int
main (void)
{
  calls (ahead, TIMES);
  for (int r = 0; r < BENCH_REPEAT; r++)
    BENCH ("formula-ahead", TIMES * DEPTH, calls (ahead, TIMES));
  others ();
}
