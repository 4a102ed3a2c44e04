/* Another idea of where the stack ends.

   { dg-options "-fstack-limit-symbol=x" }
   { dg-error "goroutine code cannot be compiled with '-fstack-limit-symbol='; remove it" "" { target *-*-* } 0 }  */

int x;
