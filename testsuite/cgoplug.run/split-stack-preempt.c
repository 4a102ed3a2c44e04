/* A preemption makes a check fail where there is room.  The body of a variadic function of
   gcc -fsplit-stack cannot just go on then: it takes its unnamed arguments from where
   __morestack's frame says.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-env "CGODEBUG=segment=65536" }
   { dg-levels "-O2" }  */

#include <cgo.h>
#include "check.h"
#include "split-stack.h"

enum { GOROUTINES = 3 };
static const int64_t TIME = 300000000;

NOINLINE long g_deep (long n) { return n; }
NOINLINE long g_mutual (long n) { return n; }
NOINLINE void g_fill (char *p, long bytes, char value) { p[bytes - 1] = value; }
NOINLINE void g_yield (void) { cgo_gosched (); }
NOINLINE void g_exit (void) { }

NOINLINE long
g_args (long a, long b, long c, long d, long e, long f, long g, struct wide w)
{
  return a + b + c + d + e + f + g + w.v[0];
}

static void
worker (cgo_wg *wg)
{
  int64_t end = cgo_now () + TIME;
  do
    for (int i = 0; i < 100000; i++)
      CHECK_EQ (s_sum (10, 1, 1., 2, 2., 3, 3., 4, 4., 5, 5., 6, 6., 7, 7., 8, 8., 9, 9.,
		       10, 10.), 110);
  while (cgo_now () < end);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
