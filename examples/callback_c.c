/* callback_c.c - the C side of callback.c, compiled without the plugin.  To it
 * the exported function is a function like any other.
 *
 * SPDX-License-Identifier: MIT  */

#include "callback_c.h"

long
sum_over (int n)
{
  long sum = 0;
  for (int i = 1; i <= n; i++)
    sum += square_sum (i);
  return sum;
}
