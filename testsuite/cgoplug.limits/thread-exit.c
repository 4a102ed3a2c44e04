/* C that a goroutine called ends the thread: the goroutine could never go on, and
   what the thread owned would be lost.  A named error, not a hang.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-foreign "thread-exit_c.c" }
   { dg-output "cgo: goroutine 1: pthread_exit or pthread_cancel ends a thread that runs goroutines\n" }  */

#include <cgo.h>

void c_thread_exit (void) CGO_CALL;

int
main (void)
{
  c_thread_exit ();
  return 0;
}
