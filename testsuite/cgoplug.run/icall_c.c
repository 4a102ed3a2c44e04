/* Operations of C, which take more stack than a segment has.  */

#include "icall.h"
#include <stdarg.h>
#include <string.h>

static long
stack (long n)
{
  volatile char room[200000];
  memset ((char *) room, 1, sizeof room);
  return n + room[77] - 1;
}

static long
mixed (long a, double b, const char *c)
{
  return stack (100) + a + b + *c;
}

static long
sum (int n, ...)
{
  va_list ap;
  long s = stack (0);
  va_start (ap, n);
  while (n-- > 0)
    s += va_arg (ap, int);
  va_end (ap);
  return s;
}

static struct big
big (struct big b)
{
  for (int i = 0; i < 8; i++)
    b.v[i] += stack (8);
  return b;
}

static const struct ops ops = { stack, mixed, sum, big };

const struct ops *
c_ops (void)
{
  return &ops;
}
