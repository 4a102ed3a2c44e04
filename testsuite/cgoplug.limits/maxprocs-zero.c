/* CGOMAXPROCS=0: one line that names the variable, the value and what is
   allowed, before anything runs.

   { dg-env "CGOMAXPROCS=0" }
   { dg-status 2 }
   { dg-output "cgo: CGOMAXPROCS=0: must be a number from 1 to 1024\n" }  */

#include <stdio.h>

int
main (void)
{
  puts ("reached main");
  return 0;
}
