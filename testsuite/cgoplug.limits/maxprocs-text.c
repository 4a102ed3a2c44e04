/* CGOMAXPROCS that is no number: one line that names the variable, the value and what is
   allowed, before anything runs.

   { dg-env "CGOMAXPROCS=abc" }
   { dg-status 2 }
   { dg-output "cgo: CGOMAXPROCS=abc: must be a number from 1 to 1024\n" }  */

#include <stdio.h>

int
main (void)
{
  puts ("reached main");
  return 0;
}
