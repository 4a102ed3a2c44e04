/* Without this a callback sees wrong arguments or C a wrong result: registers of
   all kinds, stack arguments, structures by value and in memory, x87.

   { dg-env "CGODEBUG=segment=65536" }  */

#include "hand.h"

struct big { long v[5]; };

HAND_MAIN;
HAND_EXPORT (many, many_body, 48);
HAND_EXPORT (big, big_body, 40);
HAND_EXPORT (real, real_body, 16);
HAND_THUNK (t_drive, drive, 0, __cgo_asmcall);

long many (long, long, long, long, long, long, double, double, double, double,
	   double, double, double, double, long, double, long, long, double, int);
struct big big (struct big, long);
long double real (long double, double);
void t_drive (void);

long
many_body (long a, long b, long c, long d, long e, long f, double p, double q,
	   double r, double s, double t, double u, double v, double w, long g,
	   double x, long h, long i, double y, int j)
{
  CHECK (guard_slot () != 0);
  CHECK (a == 1 && b == 2 && c == 3 && d == 4 && e == 5 && f == 6);
  CHECK (p == .5 && q == 1.5 && r == 2.5 && s == 3.5);
  CHECK (t == 4.5 && u == 5.5 && v == 6.5 && w == 7.5);
  CHECK (g == 7 && x == 8.5 && h == 8 && i == 9 && y == 9.5 && j == 10);
  return -99;
}

struct big
big_body (struct big s, long x)
{
  CHECK (guard_slot () != 0);
  for (int i = 0; i < 5; i++)
    s.v[i] *= x;
  return s;
}

long double
real_body (long double a, double b)
{
  CHECK (guard_slot () != 0);
  return a + b;
}

void
drive (void)
{
  CHECK_EQ (guard_slot (), 0);
  CHECK_EQ (many (1, 2, 3, 4, 5, 6, .5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 7, 8.5,
		  8, 9, 9.5, 10), -99);
  struct big s = big ((struct big) { { 1, 2, 3, 4, 5 } }, 3);
  for (int i = 0; i < 5; i++)
    CHECK_EQ (s.v[i], 3 * (i + 1));
  CHECK (real (1.25L, 2.5) == 3.75L);
  CHECK_EQ (guard_slot (), 0);
}

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  for (int i = 0; i < 10; i++)
    t_drive ();
  return 0;
}
