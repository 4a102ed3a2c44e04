/* A goroutine of a null pointer is a named error where it is started: a jump to 0 on a new
   goroutine would not tell who wanted that.

   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_go of a null pointer\n\ngoroutine 1 .running.:\n\tstarts at \[^\n\]*go-null.c:14\n\tmain at \[^\n\]*\n" }  */

#include <cgo.h>

typedef void function (int);

__attribute__ ((noinline)) static int
starts (function *fn)
{
  int r = cgo_go (fn, 1);
  return r + 1;
}

int
main (void)
{
  static function *volatile none;
  return starts (none) + 1;
}
