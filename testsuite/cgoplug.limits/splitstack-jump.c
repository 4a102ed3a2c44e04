/* A jump that arrives in code of -fsplit-stack on another segment: nobody there finds out
   which it is, as goroutine code does, and what alloca takes for room is some other's.

   { dg-foreign "splitstack-jump_c.c" }
   { dg-foreign-options "-fsplit-stack -fno-plt" }
   { dg-options "-Wl,-z,now" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: a jump has arrived in code of -fsplit-stack, which calls alloca\n" }  */

#include <cgo.h>
#include "check.h"

__attribute__ ((cgo_split)) long s_jump (long n);

void
g_fill (char *p)
{
  p[0] = 0;
}

int
main (void)
{
  return s_jump (1000);
}
