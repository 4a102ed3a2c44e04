/* A nested function finds what it is nested in by r10, where __morestack is told the
   size of a frame: without an entry that keeps it the variables are lost.  With many
   arguments, with aligned ones, variadic (al is taken, too), over a trampoline from
   here and from C, at every depth of the first segments.

   { dg-options "-Wno-psabi -Wl,-z,execstack" }  */

#include <cgo.h>
#include "check.h"
#include <stdarg.h>
#include <stdlib.h>

struct wide { long v[16]; } __attribute__ ((aligned (128)));

NOINLINE static long
call (long (*fn) (long), long n)
{
  volatile char room[300];
  room[n] = 0;
  return fn (n) + room[n];
}

NOINLINE static void
nest (long base)
{
  long count = 0;
  NOINLINE long plain (long n)
  {
    volatile char room[800];
    room[n] = 1;
    count++;
    return base + n + room[n] - 1;
  }
  NOINLINE long many (long a, long b, long c, long d, long e, long f, long g,
		      struct wide w, long h)
  {
    volatile char room[700];
    room[a] = 0;
    CHECK (((size_t) &w & 127) == 0);
    return base + a + b + c + d + e + f + g + h + w.v[15] + room[a];
  }
  NOINLINE double variadic (int n, ...)
  {
    volatile char room[900];
    va_list ap;
    double r = room[n] = 0;
    va_start (ap, n);
    while (n--)
      r += va_arg (ap, double) + va_arg (ap, int);
    va_end (ap);
    return r + base;
  }
  NOINLINE long recurse (long n)
  {
    return n ? recurse (n - 1) + base : plain (0);
  }
  int compare (const void *a, const void *b)
  {
    count++;
    return *(const int *) a - *(const int *) b;
  }
  struct wide w = { .v[15] = 9 };
  CHECK_EQ (plain (1), base + 1);
  CHECK_EQ (many (1, 2, 3, 4, 5, 6, 7, w, 8), base + 45);
  CHECK (variadic (9, 1., 2, 3., 4, 5., 6, 7., 8, 9., 10, 11., 12, 13., 14, 15., 16,
		   17., 18) == base + 171);
  CHECK_EQ (recurse (5), 6 * base);
  CHECK_EQ (call (plain, 3), base + 3);
  CHECK_EQ (count, 3);
  int v[] = { 3, 1, 2 };
  qsort (v, 3, sizeof *v, compare);
  CHECK (v[0] == 1 && v[2] == 3 && count > 4);
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[150];
  room[n] = n;
  if (n)
    at_depth (n - 1);
  else
    nest (1000);
  room[n]++;
}

int
main (void)
{
  for (int n = 0; n < 100; n++)
    at_depth (n);
  return 0;
}
