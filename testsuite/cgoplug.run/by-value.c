/* Structures by value, to 4 KiB and aligned to 256, in every direction: to a function on a new
   segment, to C, from C, by pointers to either, and to a new goroutine, whose first segment is
   smaller than they are.  What is not copied whole, or to where the type says, is lost.

   { dg-foreign "by-value_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "by-value.h"

static cgo_wg wg;
static long result;

NOINLINE static long
sum (PARMS)
{
  volatile char room[1000];
  room[x] = 0;
  return add (&a, x, &b, &c, y) + room[x];
}

CGO_EXPORT long
back (PARMS)
{
  cgo_gosched ();
  return sum (a, x, b, c, y);
}

static void
start (PARMS)
{
  result = sum (a, x, b, c, y);
  cgo_wg_done (&wg);
}

static by_value *volatile pointers[] = { sum, c_sum, back };

NOINLINE static void
all (void)
{
  VALUES;
  CHECK_EQ (sum (a, 10, b, c, 20), SUM);
  CHECK_EQ (c_sum (a, 10, b, c, 20), SUM);
  CHECK_EQ (c_calls (back), SUM);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (pointers[i] (a, 10, b, c, 20), SUM);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (start, a, 10, b, c, 20L), 0);
  cgo_wg_wait (&wg);
  CHECK_EQ (result, SUM);
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[80];
  room[n] = n;
  if (n)
    at_depth (n - 1);
  else
    all ();
  room[n]++;
}

int
main (void)
{
  for (int n = 0; n < 60; n++)
    at_depth (n);
  return 0;
}
