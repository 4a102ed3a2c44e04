/* Another idea of where the stack ends.

   { dg-options "-fstack-limit-register=r12" }
   { dg-error "goroutine code cannot be compiled with '-fstack-limit-register='; remove it" "" { target *-*-* } 0 }  */

int x;
