/* With -flto the checks would be lost at link time.

   { dg-options "-flto" }
   { dg-error "goroutine code cannot be compiled with '-flto' yet: the stack checks would be lost at link time; compile with '-fno-lto'" "" { target *-*-* } 0 }  */

int x;
