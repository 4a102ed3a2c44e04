/* Each argument counts with a weight of its own.  */

#include <complex.h>

struct wide { long v[5]; };
typedef int vec __attribute__ ((__vector_size__ (16)));

long
c_halves (long a, long b, long c, long d, long e, __int128 f, long g, __int128 h,
	  _Complex double i, _Complex long double j, float k)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * (long) f + 7 * g + 8 * (long) (h >> 64)
	 + 9 * creal (i) + 10 * cimag (i) + 11 * creall (j) + 12 * cimagl (j) + 13 * k;
}

long
c_wide (struct wide w, long a, long b, long c, long d, long e, long f)
{
  long sum = a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f;
  for (int i = 0; i < 5; i++)
    sum += (i + 7) * w.v[i];
  return sum;
}

long
c_struct (struct wide *w, long a, long b, long c, long d, long e, long f)
{
  return c_wide (*w, a, b, c, d, e, f);
}

long
c_nine (vec a, vec b, vec c, vec d, vec e, vec f, vec g, vec h, vec i)
{
  vec s = a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i;
  return s[0] + 10 * s[1] + 100 * s[2] + 1000 * s[3];
}

long
c_vectors (vec *v)
{
  return c_nine (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
}

/* From C: how many results were wrong.  */
long
c_export (void *fn)
{
  long (*f) (long, long, long, long, long, __int128, long, __int128, _Complex double,
	     _Complex long double, float) = fn;
  long wrong = 0;
  for (int i = 0; i < 50; i++)
    wrong += f (1, 2, 3, 4, i, -6, 7, 8, 9 + 10i, 11 + 12il, 13)
	     != c_halves (1, 2, 3, 4, i, -6, 7, 8, 9 + 10i, 11 + 12il, 13);
  return wrong;
}
