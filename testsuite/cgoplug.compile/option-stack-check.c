/* Another idea of where the stack ends.

   { dg-options "-fstack-check" }
   { dg-error "goroutine code cannot be compiled with '-fstack-check'; remove it" "" { target *-*-* } 0 }  */

int x;
