/* A wait group below zero: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: negative wait group counter\n" }  */

#include <cgo.h>

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  cgo_wg_done (&wg);
  cgo_wg_done (&wg);
  return 0;
}
