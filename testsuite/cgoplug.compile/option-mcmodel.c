/* A code model in which our short jumps do not reach.

   { dg-options "-mcmodel=large" }
   { dg-error "goroutine code cannot be compiled with '-mcmodel=large'; remove it" "" { target *-*-* } 0 }  */

int x;
