/* The C half of by-value.c.  */

#include "by-value.h"

long
c_sum (PARMS)
{
  return add (&a, x, &b, &c, y);
}

long
c_calls (by_value *fn)
{
  VALUES;
  return fn (a, 10, b, c, 20);
}
