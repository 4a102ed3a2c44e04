/* -pg calls mcount by the PLT, on the small stack.

   { dg-options "-pg" }
   { dg-error "goroutine code cannot be compiled with '-pg'; remove it" "" { target *-*-* } 0 }  */

int x;
