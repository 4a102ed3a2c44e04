/* A wait group's count that does not fit is a named error, not one that has become negative.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: wait group counter out of range\n" }  */

#include <cgo.h>

int
main (void)
{
  static cgo_wg wg;
  cgo_wg_add (&wg, INT64_MAX);
  cgo_wg_add (&wg, 1);
  return 0;
}
