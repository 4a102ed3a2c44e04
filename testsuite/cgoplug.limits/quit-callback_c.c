/* quit-callback_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

int c_calls (int (*fn) (int), int depth, int times);

__attribute__ ((noinline)) int
c_calls (int (*fn) (int), int depth, int times)
{
  volatile int sum = 0;
  while (times--)
    sum += fn (depth);
  return sum;
}
