/* Without an entry that moves stack arguments and leaves all others alone, C's
   calls of exported functions go wrong by type: see foreign-args.c for the other
   direction.

   { dg-foreign "callback-args_c.c" }  */

#include "callback-args.h"
#include "check.h"

CGO_EXPORT struct big
e_big (struct big s, long x)
{
  for (int i = 0; i < 5; i++)
    s.v[i] += x;
  return s;
}

CGO_EXPORT struct small
e_small (struct small s)
{
  return (struct small) { s.a + 1, s.b + 1 };
}

CGO_EXPORT long double e_ld (long double a, double b) { return a + b; }
CGO_EXPORT __int128 e_i128 (__int128 a, int b) { return a * b; }

CGO_EXPORT _Complex long double
e_cld (_Complex long double a)
{
  return a * 2;
}

CGO_EXPORT long
e_ten (long a, long b, long c, long d, long e, long f, long g, long h, long i,
       long j)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10;
}

CGO_EXPORT double
e_mixed (double a, int b, double c, char d, double e, double f, double g,
	 double h, double i, double j, float k, short l, long m, long n, long o)
{
  return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o;
}

CGO_EXPORT int
e_aligned (struct aligned s)
{
  unsigned long where = (unsigned long) &s;
  HIDE (where);
  return where % 128 == 0 ? s.c[0] : -1;
}

CGO_EXPORT void
e_void (int *p)
{
  ++*p;
}

int
main (void)
{
  for (int i = 0; i < 50; i++)
    c_drive ();
  return 0;
}
