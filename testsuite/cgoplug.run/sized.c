/* Arguments of variable size: the caller's copy of one is an alloca that GCC makes where no
   check sees it.  Without pass-sized.cc they were an error; without a check the copy would
   lie below the segment.

   { dg-levels "-O0 -O1 -O2 -O3 -Os" }  */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <sys/resource.h>
#include "check.h"

static jmp_buf out;

/* What N bytes that begin with FIRST add up to.  */
static int
sum (int n, int first)
{
  int s = 0;
  for (int i = 0; i < n; i++)
    s += (unsigned char) (first + i);
  return s;
}

/* Two in a row, and a number behind them.  */
__attribute__ ((noipa)) static int
unnamed (int n, ...)
{
  struct { char c[n]; } a, b;
  va_list ap;
  int s = 0;
  va_start (ap, n);
  a = va_arg (ap, typeof (a));
  b = va_arg (ap, typeof (b));
  CHECK (va_arg (ap, int) == n);
  va_end (ap);
  for (int i = 0; i < n; i++)
    s += (unsigned char) a.c[i] + (unsigned char) b.c[i];
  return s;
}

/* By value, to a nested function that changes its copy and may leave by a jump.  */
__attribute__ ((noipa)) static int
nested (int n, int jump)
{
  struct sized { char c[n]; } v;
  __attribute__ ((noipa)) int take (struct sized copy, int depth)
  {
    int s = 0;
    for (int i = 0; i < n; i++)
      s += (unsigned char) copy.c[i];
    memset (copy.c, 0, n);
    if (depth > 0)
      CHECK (take (v, depth - 1) == s);
    else if (jump)
      longjmp (out, s);
    return s;
  }
  for (int i = 0; i < n; i++)
    v.c[i] = n + i;
  int s = take (v, 5);
  CHECK (v.c[n - 1] == (char) (2 * n - 1));
  return s;
}

static void
sizes (void)
{
  static const int of[] = { 1, 7, 8, 64, 1000, 3000, 4096, 20000, 300000 };
  for (unsigned i = 0; i < sizeof of / sizeof *of; i++)
    {
      int n = of[i];
      struct { char c[n]; } v, w;
      for (int k = 0; k < n; k++)
	v.c[k] = k, w.c[k] = k + 3;
      CHECK (unnamed (n, v, w, n) == sum (n, 0) + sum (n, 3));
      CHECK (nested (n, 0) == sum (n, n));
      int s = setjmp (out);
      CHECK (s ? s == sum (n, n) : nested (n, 1));
    }
}

/* Nothing but the copy.  */
__attribute__ ((noipa)) static int
ignore (int n, ...)
{
  return n;
}

/* Each copy is gone behind its call: these are 1.5 GB.  */
static void
many (void)
{
  int n = 30000;
  struct { char c[n]; } v;
  struct rusage usage;
  memset (&v, 1, sizeof v);
  for (int i = 0; i < 25000; i++)
    CHECK (ignore (n, v, v) == n);
  CHECK (getrusage (RUSAGE_SELF, &usage) == 0 && usage.ru_maxrss < 100000);
}

int
main (void)
{
  sizes ();
  many ();
  return 0;
}
