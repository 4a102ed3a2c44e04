/* Without link-time markers and names that fit, goroutine code in two files does
   not find each other: calls, pointers, an exported function of the other unit,
   tail calls.

   { dg-also "two-units_g.c" }  */

#include <cgo.h>
#include "check.h"

long there (long, long (*back) (long));
long there_exported (long);
extern long (*there_pointer) (long);

long
back (long n)
{
  CHECK (guard_slot () != 0);
  return n <= 0 ? 0 : there (n - 1, back) + 1;
}

/* A sibling call: same arguments, nothing after.  */
long
tail (long n)
{
  return there (n, back);
}

int
main (void)
{
  long (*p) (long) = there_exported;
  HIDE (p);
  CHECK_EQ (back (5000), 5000);
  CHECK_EQ (tail (3000), 3000);
  CHECK_EQ (there_exported (7), 8);
  CHECK_EQ (p (8), 9);
  CHECK_EQ (there_pointer (9), 10);
  return 0;
}
