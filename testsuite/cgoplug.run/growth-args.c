/* Without the copying of stack arguments a function entered through __morestack
   reads its seventh integer argument from nowhere.  Every kind that travels on
   the stack: integers, doubles beyond the eighth, long double, structures.  */

#include <cgo.h>
#include "check.h"

struct odd { char c[17]; };
struct mixed { long a; double b; int c; };

NOINLINE static long
walk (long n, long a2, long a3, long a4, long a5, long a6, int s1, double d1,
      double d2, double d3, double d4, double d5, double d6, double d7,
      double d8, double s2, struct odd s3, long double s4, char s5,
      struct mixed s6, float s7)
{
  CHECK (a2 == 2 && a3 == 3 && a4 == 4 && a5 == 5 && a6 == 6);
  CHECK (d1 == 1 && d2 == 2 && d3 == 3 && d4 == 4 && d5 == 5 && d6 == 6
	 && d7 == 7 && d8 == 8);
  CHECK_EQ (s1, (int) n);
  CHECK (s2 == n + .5);
  CHECK (s3.c[0] == (char) n && s3.c[16] == (char) (n + 1));
  CHECK (s4 == n + .25L);
  CHECK_EQ (s5, (char) -n);
  CHECK (s6.a == n && s6.b == -n && s6.c == (int) n * 2);
  CHECK (s7 == n % 1000);
  if (n == 0)
    return 0;
  s3.c[0] = n - 1;
  s3.c[16] = n;
  s6.a = n - 1;
  s6.b = -(n - 1);
  s6.c = (n - 1) * 2;
  return 1 + walk (n - 1, a2, a3, a4, a5, a6, n - 1, d1, d2, d3, d4, d5, d6, d7,
		   d8, n - .5, s3, n - .75L, -(n - 1), s6, (n - 1) % 1000);
}

int
main (void)
{
  struct odd o = { { 0 } };
  for (long n = 1; n < 5000; n = n * 3 / 2 + 1)
    {
      o.c[0] = n;
      o.c[16] = n + 1;
      CHECK_EQ (walk (n, 2, 3, 4, 5, 6, n, 1, 2, 3, 4, 5, 6, 7, 8, n + .5, o,
		      n + .25L, -n, (struct mixed) { n, -n, n * 2 }, n % 1000),
		n);
    }
  return 0;
}
