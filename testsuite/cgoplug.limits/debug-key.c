/* An unknown key in CGODEBUG: one line that names the variable, the value and what is
   allowed, before anything runs.

   { dg-env "CGODEBUG=morestak=1" }
   { dg-nostress "the variable is what is tested" }
   { dg-status 2 }
   { dg-output "cgo: CGODEBUG=morestak: no such setting; did you mean `morestack'\\?\n" }  */

#include <stdio.h>

int
main (void)
{
  puts ("reached main");
  return 0;
}
