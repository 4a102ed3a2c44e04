/* alloca counts for the stack limit, and too much of it is named.

   { dg-status 2 }
   { dg-output "cgo: goroutine 1: stack limit of 1 GiB reached in take.*" }  */

#include <alloca.h>

void *volatile keep;

__attribute__ ((noinline)) static void
take (unsigned long n)
{
  keep = alloca (n);
}

int
main (void)
{
  take (1ul << 33);
  return 0;
}
