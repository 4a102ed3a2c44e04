/* bt goes from the innermost frame to main over many segments, each frame once, no
   frame of the runtime between, no complaint.

   { dg-gdb "break leaf" }
   { dg-gdb "run" }
   { dg-gdb "bt -4" }
   { dg-gdb "bt 3" }
   { dg-gdb "frame 40" }
   { dg-gdb "print n" }
   { dg-gdb "up" }
   { dg-gdb "print n" }
   { dg-gdb "down 2" }
   { dg-gdb "print n" }
   { dg-gdb-output "#0  leaf \\(.*#1  0x\[0-9a-f\]+ in deep \\(n=0\\).*#2  0x\[0-9a-f\]+ in deep \\(n=1\\)" }
   { dg-gdb-output "#61  0x\[0-9a-f\]+ in deep \\(n=60\\) at \[^\n\]*backtrace.c:\[0-9\]+\n#62  0x\[0-9a-f\]+ in (main \\(|main.cgo)" }
   { dg-gdb-output "\n.1 = 39\n.*\n.2 = 40\n.*\n.3 = 38\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include "check.h"

NOINLINE static int
leaf (void)
{
  __asm__ volatile ("");
  return 7;
}

NOINLINE static int
deep (int n)
{
  volatile char room[1000];
  room[0] = 0;
  int r = n == 0 ? leaf () : deep (n - 1);
  return r + room[0];
}

int
main (void)
{
  return deep (60);
}
