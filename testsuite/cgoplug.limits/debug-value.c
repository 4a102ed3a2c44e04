/* A bad value in CGODEBUG: one line that names the variable, the value and what is
   allowed, before anything runs.

   { dg-env "CGODEBUG=segment=abc" }
   { dg-nostress "the variable is what is tested" }
   { dg-status 2 }
   { dg-output "cgo: CGODEBUG=segment=abc: segment must be a number from 2048 to 67108864\n" }  */

#include <stdio.h>

int
main (void)
{
  puts ("reached main");
  return 0;
}
