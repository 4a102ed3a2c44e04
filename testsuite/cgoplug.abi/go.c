/* Without this `cgo_go (fn, args...)' starts functions with wrong arguments: all
   six integer registers, eight vector registers and the stack must arrive.

   { dg-env "CGODEBUG=segment=65536" }  */

#include "hand.h"

HAND_MAIN;
HAND_GO_STUB (go_0, 0);
HAND_GO_STUB (go_32, 32 + CGO_GO_VECTORS);

int go_0 (int *, int);
int go_32 (long, long, long, long, long, long, double, double, double, double,
	   double, double, double, double, long, double, long, cgo_wg *);

static int sum;

static void
simple (int *where, int value)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ ((long) __builtin_frame_address (0) % 16, 0);
  *where += value;
}

static void
many (long a, long b, long c, long d, long e, long f, double p, double q,
      double r, double s, double t, double u, double v, double w, long g,
      double x, long h, cgo_wg *wg)
{
  CHECK (a == 1 && b == 2 && c == 3 && d == 4 && e == 5 && f == 6);
  CHECK (p == 1.5 && q == 2.5 && r == 3.5 && s == 4.5);
  CHECK (t == 5.5 && u == 6.5 && v == 7.5 && w == 8.5);
  CHECK (g == 7 && x == 9.5 && h == 8);
  sum += 1000;
  cgo_wg_done (wg);
}

int
hand_main (int argc, char **argv, char **envp)
{
  cgo_wg wg = CGO_WG_INIT;
  (void) argc, (void) argv, (void) envp;
  for (int i = 1; i <= 3; i++)
    {
      /* One at a time: `sum' is not atomic.  */
      CHECK_EQ (HAND_GO (go_0, (&sum, i), simple), 0);
      while (cgo_numgoroutine () > 1)
	cgo_gosched ();
    }
  CHECK_EQ (sum, 6);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (HAND_GO (go_32, (1, 2, 3, 4, 5, 6, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5,
			     7.5, 8.5, 7, 9.5, 8, &wg), many), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (sum, 1006);
  return 0;
}
