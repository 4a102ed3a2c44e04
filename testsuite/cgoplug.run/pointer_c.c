/* pointer_c.c - C that needs far more stack than a segment has.

   SPDX-License-Identifier: MIT  */

#include <string.h>

int
hungry (int x)
{
  char room[65536];
  memset (room, x, sizeof room);
  __asm__ volatile ("" : : "r" (room) : "memory");
  return x + 1;
}

long
hungry9 (long a, long b, long c, long d, long e, long f, long g, long h, long i)
{
  return a + b + c + d + e + f + g + h + hungry (i) - 1;
}
