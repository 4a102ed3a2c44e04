/* SPDX-License-Identifier: MIT  */

__attribute__ ((noinline)) long
c_spin (long n)
{
  volatile long sum = 0;
  for (long i = 0; i < n; i++)
    sum += i;
  return sum;
}
