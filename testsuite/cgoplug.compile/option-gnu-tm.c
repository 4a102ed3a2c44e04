/* A transaction belongs to a thread, and begins with a function that returns twice.

   { dg-options "-fgnu-tm" }
   { dg-error "goroutine code cannot be compiled with '-fgnu-tm'; remove it" "" { target *-*-* } 0 }  */

int x;
