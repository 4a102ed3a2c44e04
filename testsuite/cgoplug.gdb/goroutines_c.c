/* goroutines_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

int
c_call (int (*fn) (int), int n)
{
  int r = fn (n);
  __asm__ volatile ("" : "+r" (r));
  return r;
}
