/* foreign-args_c.c - plain C; each checks its arguments by what it returns.

   SPDX-License-Identifier: MIT  */

#include "foreign-args.h"
#include "check.h"
#include <stdint.h>

struct big
c_big (struct big s, long x)
{
  for (int i = 0; i < 5; i++)
    s.v[i] += x;
  return s;
}

struct small
c_small (struct small s)
{
  return (struct small) { s.a + 1, s.b + 1 };
}

long double c_ld (long double a, double b) { return a + b; }
__int128 c_i128 (__int128 a, int b) { return a * b; }
_Complex double c_complex (_Complex double a, _Complex double b) { return a + b; }
_Complex long double c_cld (_Complex long double a) { return a * 2; }

long
c_ten (long a, long b, long c, long d, long e, long f, long g, long h, long i,
       long j)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10;
}

double
c_doubles (double a, double b, double c, double d, double e, double f, double g,
	   double h, double i, double j)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10;
}

int
c_chars (signed char a, short b, unsigned char c, _Bool d, int e,
	 unsigned short f, signed char g, _Bool h)
{
  return a + b + c + d + e + f + g + h;
}

int
c_aligned (struct aligned s)
{
  uintptr_t where = (uintptr_t) &s;
  HIDE (where);
  return where % 128 == 0 ? s.c[0] : -1;
}
