/* Arguments in other registers than those that thunks pass on.

   { dg-options "-mabi=ms" }
   { dg-error "goroutine code cannot be compiled with '-mabi=ms'; remove it" "" { target *-*-* } 0 }  */

int x;
