/* main ended by cgo_goexit and nothing else is left: the same report.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n" }  */

#include <cgo.h>

int
main (void)
{
  cgo_goexit ();
}
