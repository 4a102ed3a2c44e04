/* The same on a thread that the runtime made, whose g0 has the size that CGODEBUG
   says.

   { dg-foreign "g0-overrun_c.c" }
   { dg-env "CGOTRACEBACK=none CGODEBUG=g0size=262144" }
   { dg-status 2 }
   { dg-output "cgo: goroutine \[0-9\]+: [^\n]*(g0|system stack|C stack)[^\n]*\n" }  */

#include <cgo.h>

long c_recurse (long) CGO_CALL;

static void
start (void)
{
  c_recurse (1L << 40);
}

int
main (void)
{
  /* main keeps its thread, so that the other needs one of its own.  */
  cgo_lock_os_thread ();
  cgo_go (start);
  cgo_sleep (100 * CGO_SECOND);
  return 0;
}
