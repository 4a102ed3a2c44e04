/* Unlocking a mutex that is not locked: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: unlock of an unlocked mutex\n" }  */

#include <cgo.h>

int
main (void)
{
  cgo_mutex m = CGO_MUTEX_INIT;
  cgo_mutex_lock (&m);
  cgo_mutex_unlock (&m);
  cgo_mutex_unlock (&m);
  return 0;
}
