/* Without exact byte counts a variadic call to C loses its stack arguments, and
   without al its doubles: printf and its kin with every mix.

   { dg-output "1 2.5 three 4 5 6 7 8 9 10.5 11 c 0x1 -13 1e\\+30 9.9 end\n" }  */

#include <cgo.h>
#include "check.h"
#include <stdarg.h>
#include <string.h>

NOINLINE static void
at_depth (long n)
{
  volatile char room[64];
  char text[200];
  room[0] = n;
  if (n > 0)
    {
      at_depth (n - 1);
      room[0]++;
      return;
    }
  snprintf (text, sizeof text, "%d %g %s %ld %d %d %d %d %d", 1, 2.5, "3", 4L, 5,
	    6, 7, 8, 9);
  CHECK (strcmp (text, "1 2.5 3 4 5 6 7 8 9") == 0);
  snprintf (text, sizeof text, "%g %g %g %g %g %g %g %g %g %g %Lg", 1., 2., 3.,
	    4., 5., 6., 7., 8., 9., 10., 11.5L);
  CHECK (strcmp (text, "1 2 3 4 5 6 7 8 9 10 11.5") == 0);
  int a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
  double x = 0;
  CHECK_EQ (sscanf ("1 2 3 4 5 6 7.5", "%d %d %d %d %d %d %lf", &a, &b, &c, &d,
		    &e, &f, &x), 7);
  CHECK (a == 1 && b == 2 && c == 3 && d == 4 && e == 5 && f == 6 && x == 7.5);
}

int
main (void)
{
  for (long n = 0; n < 200; n = n * 3 / 2 + 1)
    at_depth (n);
  printf ("%d %g %s %ld %d %d %d %d %d %g %d %c %p %lld %g %.1Lf %s\n", 1, 2.5,
	  "three", 4L, 5, 6, 7, 8, 9, 10.5, 11, 'c', (void *) 1, -13LL, 1e30,
	  9.9L, "end");
  return 0;
}
