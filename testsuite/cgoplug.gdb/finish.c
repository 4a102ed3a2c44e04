/* finish and next over a function that was entered on another segment stop in its
   caller, with its value: not one segment further, not in the runtime.

   { dg-gdb "break leaf if n == 3" }
   { dg-gdb "run" }
   { dg-gdb "delete" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb "break stop_here" }
   { dg-gdb "continue" }
   { dg-gdb "finish" }
   { dg-gdb "next" }
   { dg-gdb "next" }
   { dg-gdb "next" }
   { dg-gdb "print after" }
   { dg-gdb-output "Run till exit from #0  \[^\n\]*leaf .* in deep \\(.*Value returned is \\$1 = 103" }
   { dg-gdb-output "Run till exit from #0 \[^\n\]* deep .* in deep \\(.*Value returned is \\$2 = 103" }
   { dg-gdb-output "Run till exit from #0 \[^\n\]* deep .* in deep \\(.*Value returned is \\$3 = 103" }
   { dg-gdb-output "Run till exit from #0 \[^\n\]*stop_here .*main \\(.*\n.4 = 1\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|not meaningful|__morestack" }  */

#include "check.h"

volatile int after;

NOINLINE static int
leaf (int n)
{
  volatile char room[3000];
  room[0] = 100;
  return n + room[0];
}

NOINLINE static int
deep (int n)
{
  volatile char room[1500];
  room[0] = 0;
  int r = n == 0 ? 0 : deep (n - 1);
  int s = leaf (n);
  HIDE (s);
  return n <= 3 ? s : r + room[0];
}

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

int
main (void)
{
  int r = deep (9);
  stop_here ();
  HIDE (r);
  after = deep (9) == 103;
  after = after + 0;
  return 0;
}
