/* Deep recursion in C, on the main thread: its stack is as big as RLIMIT_STACK and
   an overrun is a named error, not a bare SIGSEGV.

   { dg-foreign "g0-overrun_c.c" }
   { dg-before "ulimit -s 1024;" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: [^\n]*(g0|system stack|C stack)[^\n]*\n" }  */

#include <cgo.h>
#include "check.h"

long c_recurse (long) CGO_CALL;

int
main (void)
{
  CHECK_EQ (c_recurse (5000), 5000);	/* 640 KB or so are fine */
  return c_recurse (1L << 40);
}
