/* The same on a thread the runtime has never seen: it is not given a goroutine in a
   signal handler.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-foreign "callback-in-signal-thread_c.c" }
   { dg-output "cgo: callback from C in a signal handler\n" }  */

#include <cgo.h>

void c_signal_on_thread (void) CGO_CALL;

CGO_EXPORT void
exported (void)
{
  cgo_gosched ();
}

int
main (void)
{
  c_signal_on_thread ();
  return 0;
}
