/* A bad CGOTRACEBACK: one line that names the variable, the value and what is
   allowed, before anything runs.

   { dg-env "CGOTRACEBACK=some" }
   { dg-status 2 }
   { dg-output "cgo: CGOTRACEBACK=some: must be none, single, all, system or crash\n" }  */

#include <stdio.h>

int
main (void)
{
  puts ("reached main");
  return 0;
}
