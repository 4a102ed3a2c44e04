/* lto-loops_g.c - the loops of lto-loops.c and lto-async.c.  */

#include "check.h"
#include "lto-loops.h"

unsigned long
lto_inlined (void)
{
  unsigned long n = 0;
  do
    n++;
  while (!lto_stop);
  return n;
}

NOINLINE unsigned long
lto_called (long *a)
{
  unsigned long n = 0;
  do
    {
      for (int i = 0; i < 8; i++)
	a[i] += i;
      n++;
    }
  while (!lto_stop);
  return n;
}
