/* formula.c - compiles a formula while the program runs; N goroutines evaluate it.
 *
 * The formula may call itself, as f: the default one does, up to 1000 deep, and its stack
 * grows as that of any goroutine code.  It is also interpreted, and there is a function that was
 * compiled ahead: how long a call takes in each of the three ways is the last line.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so -c formula_parse.c
 * Build: gcc -O2 -fplugin=cgoplug.so -c formula_jit.c
 * Build: gcc -O2 -fplugin=cgoplug.so -c formula.c
 * Build: gcc formula.o formula_jit.o formula_parse.o -o formula -lcgojit -lgccjit -lcgo -lm
 * Run: ./formula 10000
 * Output: 10000 goroutines: the values are those of the interpreter
 * Output: one call: interpreted [0-9.]+ ns, compiled now [0-9.]+ ns, ahead [0-9.]+ ns
 * Run: ./formula 100 'x * (x + 2)'
 * Output: 100 goroutines: the values are those of the interpreter
 * Run: ./formula 100 'x + y' || test $? = 2
 * Output: formula: x \+ y: what is .y.\?
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <cgo/jit.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "formula.h"

#define DEFAULT "x < 1 ? 0 : f (x - 1) / 2 + sqrt (x)"
enum { DEPTH = 1000 };

static double
ahead (double x)
{
  return x < 1 ? 0 : ahead (x - 1) / 2 + sqrt (x);
}

static const struct formula *formula;
static double (*compiled) (double);
static double values[DEPTH];

static double
interpreted (double x)
{
  return formula_interpret (formula, formula, x);
}

static void
evaluate (int x, int *wrong, cgo_wg *wg)
{
  if (compiled (x) != values[x])
    __atomic_add_fetch (wrong, 1, __ATOMIC_RELAXED);
  cgo_wg_done (wg);
}

static int
goroutines (int n)
{
  cgo_wg wg = CGO_WG_INIT;
  int wrong = 0;
  for (int x = 0; x < DEPTH; x++)
    values[x] = interpreted (x);
  cgo_wg_add (&wg, n);
  for (int i = 0; i < n; i++)
    if (cgo_go (evaluate, i % DEPTH, &wrong, &wg) != 0)
      perror ("cgo_go"), exit (1);
  cgo_wg_wait (&wg);
  printf ("%d goroutines: the values are %s of the interpreter\n", n,
	  wrong ? "not those" : "those");
  return wrong != 0;
}

/* Nanoseconds for one call, the least of some rounds.  */
static double
time_of (double (*fn) (double))
{
  double best = 1e9;
  for (int round = 0; round < 20; round++)
    {
      int64_t start = cgo_now ();
      fn (DEPTH - 1);
      double t = (double) (cgo_now () - start) / DEPTH;
      best = t < best ? t : best;
    }
  return best;
}

int
main (int argc, char **argv)
{
  int n = argc > 1 ? atoi (argv[1]) : 10000;
  const char *text = argc > 2 ? argv[2] : DEFAULT, *end;
  char *error;
  struct formula *f = formula_parse (text, &end);
  if (!f)
    return printf ("formula: %s: what is `%s'?\n", text, end), 2;
  gcc_jit_result *result = formula_compile (f, 2, &error);
  if (!result)
    return printf ("formula: %s\n", error), free (error), 1;
  formula = f;
  compiled = (double (*) (double)) cgo_jit_result_get_code (result, "f");
  int status = goroutines (n);
  if (argc <= 2)
    printf ("one call: interpreted %.1f ns, compiled now %.1f ns, ahead %.1f ns\n",
	    time_of (interpreted), time_of (compiled), time_of (ahead));
  gcc_jit_result_release (result);
  formula_free (f);
  return status;
}
