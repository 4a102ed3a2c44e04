/* A callback in a signal handler, where the interrupted code may hold anything: a
   named error.

   { dg-foreign "callback-in-signal_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: (goroutine 1: )?callback from C in a signal handler\n" }  */

#include <cgo.h>
#include <signal.h>

void c_handler (int) CGO_CALL;

CGO_EXPORT void
exported (void)
{
  cgo_gosched ();
}

int
main (void)
{
  signal (SIGUSR1, c_handler);
  raise (SIGUSR1);
  return 0;
}
