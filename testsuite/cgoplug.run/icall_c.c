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

/* The first function of a page.  */

__attribute__ ((aligned (4096))) static double
doubles (double a, double b, double c, double d, double e, double f, double g, double h)
{
  return stack (0) + a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

static const struct ops ops = { stack, mixed, sum, big, doubles };

const struct ops *
c_ops (void)
{
  return &ops;
}

/* C that begins as a trampoline does.  */

__asm__ ("	.text\n"
	 "	.globl c_loads\n	.type c_loads, @function\n"
	 "c_loads:	movl $0x1004, %r11d\n	leal 1(%rdi), %eax\n	ret\n"
	 "	.size c_loads, . - c_loads\n");
int c_loads (int);

int (*c_loader (void)) (int)
{
  return c_loads;
}
