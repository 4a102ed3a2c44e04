/* CGODEBUG=guardpage=1: functions without a stack check that call each other past the end
   of the segment are a named error that names the one.

   { dg-env "CGODEBUG=guardpage=1" }
   { dg-levels "-O0 -O2" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: goroutine stack segment overrun in unchecked\n.*" }  */

#include <cgo.h>

CGO_NOSPLIT __attribute__ ((noipa)) static int
unchecked (int n)
{
  volatile char room[200];
  room[0] = 1;
  return n ? unchecked (n - 1) + room[0] : 0;
}

int
main (void)
{
  return unchecked (1000);
}
