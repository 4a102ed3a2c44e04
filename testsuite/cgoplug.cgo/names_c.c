/* names_c.c - what names.c calls: each adds a number of its own.

   SPDX-License-Identifier: MIT  */

#include "names.h"

#include <stdarg.h>

long twice (long);

long
sum (int n, ...)
{
  va_list ap;
  long s = 0;
  va_start (ap, n);
  if (n == 1)
    s = va_arg (ap, long);
  else
    while (n--)
      s += va_arg (ap, int);
  va_end (ap);
  return s;
}

long sum_2 (long n) { return 10 * n + 2; }
long sum_3 (long n) { return 10 * n + 3; }
long go_1 (long n) { return n + 100; }
long t1 (struct pair p) { return (long) (p.a * p.b); }
long scale (long n) { return 9 + n; }
long c_scale (long n) { return 10 + n; }
long call_scale (long n) { return 11 + n; }
long stub_scale (long n) { return 12 + n; }
long as (long n) { return 13 + n; }
long run_twice (long n) { return 20 + n; }
long pointer_twice (long n) { return 21 + n; }
long body_twice (long n) { return 22 + n; }
long entry_twice (long n) { return 23 + n; }
long x_twice (long n) { return 24 + n; }
long calls_twice (long n) { return twice (n); }
long calls_back (long (*fn) (long, long)) { return fn (1, 2); }
