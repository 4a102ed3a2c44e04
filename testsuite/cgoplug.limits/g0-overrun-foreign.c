/* C overruns a stack that it has made itself, next to the thread's: that is a bad pointer
   like any, and not said to be the end of the g0 stack.

   { dg-foreign "g0-overrun-foreign_c.c" }
   { dg-foreign-options "-Wno-infinite-recursion" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x\[0-9a-f\]+ in c_recurse\n(Segmentation fault\n)?" }  */

#include <cgo.h>

void c_overrun (void) CGO_CALL;

CGO_EXPORT void
called (void)
{
  c_overrun ();
}

int
main (void)
{
  called ();
  return 0;
}
