/* A function that ends with a jump leaves its own stack arguments to be overwritten by the
   next one's.  If it was entered on a new segment these are the copies; the next one,
   entered by a jump, may need a segment itself.  Arguments permuted, directly and by
   pointer, more jumps than any stack would bear.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

typedef long fn (long, long, long, long, long, long, long, long, long, long);

/* -finstrument-functions calls a function at each end, so nothing ends with a jump.  */
#define JUMPS NOINLINE __attribute__ ((no_instrument_function))

NOINLINE static fn last;
JUMPS static fn even, odd, big;
static fn *volatile next_even = even, *volatile next_odd = odd;

NOINLINE static long
last (long a, long b, long c, long d, long e, long f, long g, long h, long i, long n)
{
  volatile char room[3000];
  room[n + 5] = 1;
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + n
	 + room[n + 5] - 1;
}

/* Its arguments turned by three at each step.  */

JUMPS static long
even (long a, long b, long c, long d, long e, long f, long g, long h, long i, long n)
{
  volatile char room[200];
  room[n % 200] = 0;
  if (n <= 0)
    return last (a, b, c, d, e, f, g, h, i, room[0]);
  return next_odd (d, e, f, g, h, i, a, b, c, n - 1);
}

JUMPS static long
odd (long a, long b, long c, long d, long e, long f, long g, long h, long i, long n)
{
  if (n <= 0)
    return last (a, b, c, d, e, f, g, h, i, 0);
  if (n % 3 == 0)
    return big (d, e, f, g, h, i, a, b, c, n - 1);
  return even (d, e, f, g, h, i, a, b, c, n - 1);
}

JUMPS static long
big (long a, long b, long c, long d, long e, long f, long g, long h, long i, long n)
{
  volatile char room[5000];
  room[n % 5000] = 0;
  if (n <= 0)
    return last (a, b, c, d, e, f, g, h, i, room[0]);
  return next_even (d, e, f, g, h, i, a, b, c, n - 1);
}

NOINLINE static void
at_depth (int depth)
{
  volatile char room[60];
  room[depth % 60] = depth;
  if (depth > 0)
    at_depth (depth - 1);
  else
    /* 3 k turns bring them back.  */
    for (long n = 0; n <= 30; n += 3)
      {
	CHECK_EQ (even (1, 2, 3, 4, 5, 6, 7, 8, 9, n), 285);
	CHECK_EQ (odd (1, 2, 3, 4, 5, 6, 7, 8, 9, n), 285);
      }
  room[depth % 60]++;
}

int
main (void)
{
  for (int depth = 0; depth < 120; depth++)
    at_depth (depth);
  /* In the stress mode each entry takes a segment.  */
  const char *debug = getenv ("CGODEBUG");
#ifdef __OPTIMIZE__
  if (!debug || !strstr (debug, "morestack"))
    CHECK_EQ (even (1, 2, 3, 4, 5, 6, 7, 8, 9, 30000000), 285);
#endif
  (void) debug;
  return 0;
}
