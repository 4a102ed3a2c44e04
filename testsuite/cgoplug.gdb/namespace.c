/* A goroutine function and one of C's of the same name: gdb stops in C's by that name, and shows
   in a backtrace which is which.  The body of an exported one goes by its own name, not by that
   it has for C.

   { dg-foreign "namespace_c.c" }
   { dg-gdb "break area" }
   { dg-gdb "break perimeter" }
   { dg-gdb "run" }
   { dg-gdb "continue" }
   { dg-gdb "bt" }
   { dg-gdb "continue" }
   { dg-gdb-output "Breakpoint 2, perimeter \\(n=3\\) at \[^\n\]*namespace.c" }
   { dg-gdb-output "#0 \[^\n\]*area \\(n=4\\) at \[^\n\]*namespace_c.c:\[0-9\]+\n.* in go.area \\(n=3\\) at \[^\n\]*namespace.c:.* in perimeter \\(n=3\\) at \[^\n\]*namespace.c:" }
   { dg-gdb-output "exited normally" }  */

#include <cgo.h>
#include "check.h"

long area (long) __asm__ ("go.area");
long perimeter (long) CGO_EXPORT_AS ("go_perimeter");
long CGO_C (area) (long);
long c_calls (long) CGO_CALL;

NOINLINE long
area (long n)
{
  volatile char room[2000];
  room[n] = 0;
  return CGO_C (area) (n + 1) + room[n];
}

NOINLINE long
perimeter (long n)
{
  volatile char room[2000];
  room[n] = 0;
  return area (n) + room[n];
}

int
main (void)
{
  CHECK_EQ (c_calls (3), 1016);
  return 0;
}
