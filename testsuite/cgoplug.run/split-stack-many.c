/* split-stack.c on a thousand goroutines at a time, which move from thread to thread, each with
   segments and blocks of alloca of its own.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-levels "-O2" }
   { dg-timeout 120 }  */

#define WORKERS 1000
#define DEPTH 50
#include "split-stack.c"
