/* Inside foreign C, on g0, bt shows C's frames and then the goroutine's, over its
   segments, to main; up and finish work there.

   { dg-foreign "foreign_c.c" }
   { dg-gdb "break c_inner" }
   { dg-gdb "run" }
   { dg-gdb "bt" }
   { dg-gdb "up 3" }
   { dg-gdb "info locals" }
   { dg-gdb "frame 0" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb-output "#0  c_inner \[^\n\]*\n#1 \[^\n\]* c_outer \[^\n\]*\n(#2 \[^\n\]*__morestack\[^\n\]*\n)?#\[23\] \[^\n\]* deep \\(n=0\\).* deep \\(n=20\\)\[^\n\]*\n#\[0-9\]+ \[^\n\]*main" }
   { dg-gdb-output "Run till exit from #0  c_inner .* in c_outer .*Value returned is \[^\n\]* = 6\n" }
   { dg-gdb-output "Run till exit from #0 \[^\n\]*c_outer .*Value returned is \[^\n\]* = 7\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include <cgo.h>
#include "check.h"

int c_outer (int) CGO_CALL;

NOINLINE static int
deep (int n)
{
  volatile char room[1000];
  int here = n + 1000;
  room[0] = 0;
  int r = n == 0 ? c_outer (5) : deep (n - 1);
  HIDE (here);
  return r + room[0];
}

int
main (void)
{
  return deep (20) - 7;
}
