/* valgrind-clean_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

#include "valgrind-clean.h"

/* On the way down each frame has another size, so that some end at each place of a page.  */
long
c_down (long n)
{
  volatile char room[1 + n % 97];
  room[0] = 1;
  return on_down (n) + room[0];
}

long
c_wide (struct wide w, long n)
{
  return on_wide (w, n);
}
