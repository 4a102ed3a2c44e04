/* g0-overrun_c.c - deep recursion in C.

   SPDX-License-Identifier: MIT  */

__attribute__ ((noinline)) long
c_recurse (long n)
{
  volatile char room[64];
  room[n % 64] = 0;
  return n == 0 ? 0 : c_recurse (n - 1) + 1 + room[n % 64];
}
