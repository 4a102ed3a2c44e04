/* two-units_g.c - the other goroutine unit.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>

long
there (long n, long (*back) (long))
{
  volatile char room[100];
  room[0] = 0;
  return back (n) + room[0];
}

CGO_EXPORT long
there_exported (long n)
{
  return n + 1;
}

long (*there_pointer) (long) = there_exported;
