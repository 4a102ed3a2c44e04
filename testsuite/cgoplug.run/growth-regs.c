/* Without this a crossing clobbers what the caller keeps in registers: callee-saved
   ones, and with -fipa-ra (-O2) any that the callee does not name.  Many live
   integers and doubles across calls at every place of a segment.  */

#include <cgo.h>
#include "check.h"

static long sink;

NOINLINE static void
small (long n)
{
  sink += n;
  if (n > 1000000)
    small (n - 1);
}

NOINLINE static double
live (long n, double x)
{
  long a = n * 3, b = n * 5, c = n * 7, d = n * 11, e = n * 13, f = n * 17;
  double p = x * 2, q = x * 3, r = x * 5, s = x * 7, t = x * 11, u = x * 13;
  small (n);
  double deeper = n > 0 ? live (n - 1, x + 1) : 0;
  small (n + 1);
  CHECK (a == n * 3 && b == n * 5 && c == n * 7);
  CHECK (d == n * 11 && e == n * 13 && f == n * 17);
  CHECK (p == x * 2 && q == x * 3 && r == x * 5);
  CHECK (s == x * 7 && t == x * 11 && u == x * 13);
  return deeper + p + q + r + s + t + u + a + b + c + d + e + f;
}

int
main (void)
{
  for (long n = 0; n < 2000; n = n * 2 + 1)
    {
      double want = 0;
      for (long i = 0; i <= n; i++)
	want += (1 + (n - i)) * 41. + i * 56.;
      CHECK (live (n, 1) == want);
    }
  return 0;
}
