/* Inside foreign C, on g0, bt shows C's frames and then the goroutine's, over its
   segments, to main; finish works there, out of C into goroutine code.

   { dg-foreign "foreign_c.c" }
   { dg-gdb "break c_inner" }
   { dg-gdb "run" }
   { dg-gdb "delete" }
   { dg-gdb "bt" }
   { dg-gdb "frame function deep" }
   { dg-gdb "print kept" }
   { dg-gdb "frame level 0" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb-output "#0  c_inner \[^\n\]*\n#1 \[^\n\]* c_outer \[^\n\]*\n(#2 \[^\n\]*__morestack\[^\n\]*\n)?#\[23\] \[^\n\]* deep \\(.*\n#\[0-9\]+ \[^\n\]* in main \\(" }
   { dg-gdb-count "21 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*foreign.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-output ".1 = 0\n" }
   { dg-gdb-output "c_outer \\(\[^\n\]*\n\[^\n\]*\nValue returned is .2 = 6\n.*Value returned is .3 = 7\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?|not meaningful" }  */

#include <cgo.h>
#include "check.h"

int c_outer (int) CGO_CALL;

NOINLINE static int
deep (int n)
{
  volatile char room[1000];
  volatile int kept = n;
  room[0] = 0;
  int r = n == 0 ? c_outer (5) : deep (n - 1);
  return r + room[0] + kept - n;
}

int
main (void)
{
  int r = deep (20);
  HIDE (r);
  return r - 7;
}
