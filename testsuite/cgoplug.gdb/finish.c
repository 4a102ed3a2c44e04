/* finish and next over a function that was entered on another segment come back to
   its caller, with its value.  Where the breakpoint is behind the stack check, finish
   stops on the way, in __morestack, as in any function that called the one it left.

   { dg-gdb "break leaf" }
   { dg-gdb "run" }
   { dg-gdb "delete" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb "frame function deep" }
   { dg-gdb "print kept" }
   { dg-gdb "break stop_here" }
   { dg-gdb "continue" }
   { dg-gdb "finish" }
   { dg-gdb "next" }
   { dg-gdb "next" }
   { dg-gdb "next" }
   { dg-gdb "print after" }
   { dg-gdb-output "Breakpoint 1, leaf .*(in __morestack \\(\\)\nValue returned is .1 = 100\n.*in deep|Value returned is .1 = 100\n.*Value returned is .2 = 103\n).*\n.\[23\] = \[01\]\n" }
   { dg-gdb-output "Breakpoint 2, stop_here .*main \\(\\) at \[^\n\]*finish.c:\[0-9\]+\n.*return 0;\n.*.\[34\] = 1" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|not meaningful" }  */

#include "check.h"

volatile int after;

NOINLINE static int
leaf (void)
{
  volatile char room[3000];
  room[0] = 100;
  return room[0];
}

NOINLINE static int
deep (int n)
{
  volatile char room[1500];
  volatile int kept = n;
  room[0] = 3;
  int r = n == 0 ? leaf () : deep (n - 1);
  HIDE (r);
  return n == 0 ? r + room[0] : r + kept - n;
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
  r = deep (9);
  after = r == 103;
  return 0;
}
