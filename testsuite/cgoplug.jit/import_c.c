/* C that looks which stack it is on.  */

#include "check.h"

int c_errors;

/* On g0, with room that no segment has.  */
static void
look (void)
{
  volatile char room[100000];
  room[0] = room[sizeof room - 1] = 1;
  if (guard_slot () != 0)
    __atomic_add_fetch (&c_errors, 1, __ATOMIC_RELAXED);
}

long
c_one (long a)
{
  look ();
  return a + 1;
}

long
c_few (long a, long b, long c, long d, long e, long f, long g, long h)
{
  look ();
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

double
c_many (long a, double b, long c, double d, long e, long f, long g, long h, long i,
	long double x, int j)
{
  look ();
  return a + b + c + d + e + f + g + h + i + (double) x + j;
}

/* In place.  */
long
c_leaf (long a)
{
  if (guard_slot () == 0)
    __atomic_add_fetch (&c_errors, 1, __ATOMIC_RELAXED);
  return a + 1;
}
