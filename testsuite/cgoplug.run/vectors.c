/* Vectors, complex and wide numbers in registers and beyond, as arguments and results of
   functions that are entered on a new segment: nothing of a register's upper half may get
   lost on the way, and on the stack they want their alignment.  The variants that GCC makes
   for loops (_ZGV*) take vectors by a convention of their own.

   { dg-options "-fopenmp-simd" }  */

#include <cgo.h>
#include "check.h"
#include <complex.h>

typedef double v2 __attribute__ ((vector_size (16)));
typedef double v4 __attribute__ ((vector_size (32)));
typedef double v8 __attribute__ ((vector_size (64)));

/* Ten of them: two are on the stack.  */
#define SUM(type, target, name)							\
NOINLINE target static type							\
name (type a, type b, type c, type d, type e, type f, type g, type h, type i,	\
      type j, long n)								\
{										\
  volatile char room[1000];							\
  room[n] = 0;									\
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i	\
	 + 10 * j + room[n];							\
}										\
										\
NOINLINE target static void							\
check_##name (void)								\
{										\
  type one = { 0 };								\
  one += 1;									\
  type r = name (one, one, one, one, one, one, one, one, one, one, 3) - 55;	\
  for (unsigned i = 0; i < sizeof r; i++)					\
    CHECK_EQ (((char *) &r)[i], 0);						\
}

SUM (v2, , sum_v2)
SUM (v4, __attribute__ ((target ("avx2"))), sum_v4)
SUM (v8, __attribute__ ((target ("avx512f"))), sum_v8)

#define SCALAR(type, name)							\
NOINLINE static type								\
name (type a, type b, type c, type d, type e, type f, type g, type h, type i,	\
      type j, long n)								\
{										\
  volatile char room[1000];							\
  room[n] = 0;									\
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i	\
	 + 10 * j + room[n];							\
}

SCALAR (float complex, sum_fc)
SCALAR (double complex, sum_dc)
SCALAR (long double complex, sum_lc)
SCALAR (long double, sum_ld)
SCALAR (__int128, sum_i128)
SCALAR (_Decimal64, sum_d64)

#pragma omp declare simd notinbranch
NOINLINE static double
scaled (double x)
{
  volatile char room[1500];
  room[7] = 1;
  return x * 2 + room[7];
}

static double in[64], out[64];

NOINLINE static void
loop (void)
{
#pragma omp simd
  for (int i = 0; i < 64; i++)
    out[i] = scaled (in[i]);
}

#define TEN(x) x, x, x, x, x, x, x, x, x, x

NOINLINE static void
at_depth (int n)
{
  volatile char room[90];
  room[n % 90] = n;
  if (n > 0)
    at_depth (n - 1);
  else
    {
      check_sum_v2 ();
      if (__builtin_cpu_supports ("avx2"))
	check_sum_v4 ();
      if (__builtin_cpu_supports ("avx512f"))
	check_sum_v8 ();
      CHECK (sum_fc (TEN (1 + 2 * I), 1) == 55 + 110 * I);
      CHECK (sum_dc (TEN (1 + 2 * I), 1) == 55 + 110 * I);
      CHECK (sum_lc (TEN (1 + 2 * I), 1) == 55 + 110 * I);
      CHECK (sum_ld (TEN (1.5L), 1) == 82.5L);
      CHECK (sum_i128 (TEN ((__int128) 1 << 70), 1) == (__int128) 55 << 70);
      CHECK (sum_d64 (TEN (1.1dd), 1) == 60.5dd);
      loop ();
      for (int i = 0; i < 64; i++)
	CHECK (out[i] == 2 * i + 1);
    }
  room[n % 90]++;
}

int
main (void)
{
  for (int i = 0; i < 64; i++)
    in[i] = i;
  for (int n = 0; n < 100; n++)
    at_depth (n);
  return 0;
}
