/* leaf-math_g.c - leaf functions of libm: with each combination of numbers, as double, float and
   long double, since each takes what is in its registers.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include <string.h>

/* Each name with the suffixes f and l too.  First argument in rdi: an int, or ...  */
static const char math[] = " sin cos tan asin acos atan atan2 sinh cosh tanh asinh"
  " acosh atanh exp exp2 exp10 expm1 log log2 log10 log1p logb ilogb llogb pow sqrt"
  " cbrt hypot fabs ceil floor trunc round roundeven rint nearbyint lrint llrint"
  " lround llround fmod remainder drem fma fmin fmax fdim copysign nextafter"
  " nexttoward nextup nextdown fmaxmag fminmag ldexp scalbn scalbln scalb"
  " significand erf erfc tgamma lgamma gamma j0 j1 jn y0 y1 yn finite isnan isinf"
  " __isnan __isinf __finite __fpclassify __signbit __issignaling __iseqsig"
  " creal cimag conj carg cabs cproj csqrt cexp ccos csin ctan ";
/* ... a pointer, in rsi too.  */
static const char math_pointer[] = " sincos frexp modf remquo lgamma_r ";

static void
call_math (void *fn, char suffix, int is_pointer)
{
  for (unsigned i = 0; i < COUNT (doubles) * COUNT (doubles) * COUNT (ints); i++)
    {
      double x = doubles[i % COUNT (doubles)];
      double y = doubles[i / COUNT (doubles) % COUNT (doubles)];
      double z = doubles[i % 7];
      long n = ints[i % COUNT (ints)];
      registers = (struct registers) { { is_pointer ? (long) a : n, (long) b } };
      registers.x87 = x + (suffix == 'l' ? 0x1p-70L : 0);
      if (suffix == 'f')	/* a pair, as a complex float is passed */
	{
	  float pairs[3][2] = { { x, y }, { y, x }, { z, x } };
	  memcpy (&x, pairs[0], sizeof x);
	  memcpy (&y, pairs[1], sizeof y);
	  memcpy (&z, pairs[2], sizeof z);
	}
      memcpy (registers.vector[0], &x, sizeof x);
      memcpy (registers.vector[1], &y, sizeof y);
      memcpy (registers.vector[2], &z, sizeof z);
      call_registers (fn);
    }
}

int
leaf_math (void *fn, const char *name)
{
  char base[32];
  size_t n = strlen (name);
  snprintf (base, sizeof base, "%.*s", (int) n - 1, name);
  if (listed (math, name) || listed (math_pointer, name))
    call_math (fn, 'd', listed (math_pointer, name));
  else if ((name[n - 1] == 'f' || name[n - 1] == 'l')
	   && (listed (math, base) || listed (math_pointer, base)))
    call_math (fn, name[n - 1], listed (math_pointer, base));
  else if (!strcmp (name, "lgammaf_r") || !strcmp (name, "lgammal_r"))
    call_math (fn, name[6], 1);
  else
    return 0;
  return 1;
}
