/* A breakpoint at a function stops where its arguments can be read, also in code that
   is not optimised: gdb finds the end of the prologue behind the stack check.

   { dg-gdb "break leaf if n == 3" }
   { dg-gdb "run" }
   { dg-gdb "print n" }
   { dg-gdb "print m" }
   { dg-gdb-output "Breakpoint 1, leaf \\(n=(n@entry=)?3, m=(m@entry=)?30\\)" }
   { dg-gdb-output ".1 = 3\n.2 = 30\n" }  */

#include "check.h"

NOINLINE static int
leaf (int n, int m)
{
  volatile char room[3000];
  room[0] = m;
  return n + room[0];
}

int
main (void)
{
  int r = 0;
  for (int i = 0; i < 5; i++)
    r += leaf (i, 10 * i);
  return r - 110;
}
