/* foreign_c.c - C with a frame of its own and one below it.

   SPDX-License-Identifier: MIT  */

#include "check.h"

NOINLINE int
c_inner (int n)
{
  HIDE (n);
  return n + 1;
}

int
c_outer (int n)
{
  int r = c_inner (n);
  HIDE (r);
  return r + 1;
}
