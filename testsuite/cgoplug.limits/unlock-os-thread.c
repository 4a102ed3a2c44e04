/* Unlocking a thread that is not locked: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_unlock_os_thread without cgo_lock_os_thread\n" }  */

#include <cgo.h>

int
main (void)
{
  cgo_unlock_os_thread ();
  return 0;
}
