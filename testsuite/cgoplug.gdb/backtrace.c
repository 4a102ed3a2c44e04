/* bt goes from the innermost frame to main over many segments, each frame once, and
   up and down move over the crossings.

   { dg-gdb "break leaf" }
   { dg-gdb "run" }
   { dg-gdb "bt" }
   { dg-gdb "frame function main" }
   { dg-gdb "print kept" }
   { dg-gdb "down" }
   { dg-gdb "down" }
   { dg-gdb "down" }
   { dg-gdb "frame level 0" }
   { dg-gdb "up" }
   { dg-gdb "print kept" }
   { dg-gdb "up" }
   { dg-gdb "up" }
   { dg-gdb-output "#0  leaf \\(\[^\n\]*\n#1  0x\[0-9a-f\]+ in deep \\(" }
   { dg-gdb-output "\n#\[0-9\]+ \[^\n\]* in main \\(\[^\n\]*backtrace.c:\[0-9\]+\n" }
   { dg-gdb-count "61 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*backtrace.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-output ".1 = 1000\n" }
   { dg-gdb-output ".2 = 0\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?|No symbol" }  */

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
  volatile int kept = n;
  room[0] = 0;
  int r = n == 0 ? leaf () : deep (n - 1);
  return r + room[0] + kept - n;
}

int
main (void)
{
  volatile int kept = 1000;
  int r = deep (60);
  return r - kept + 993;
}
