/* A period that is no number.

   { dg-env "CGODEBUG=schedtrace=1s" }
   { dg-nostress "the variable is what is tested" }
   { dg-status 2 }
   { dg-output "cgo: CGODEBUG=schedtrace=1s: schedtrace must be a number from 0 to 1000000000\n" }  */

#include <cgo.h>

int
main (void)
{
  return 0;
}
