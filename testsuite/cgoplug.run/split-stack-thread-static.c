/* The same in a static program, where the wrapper must bring pthread_create itself along.

   { dg-foreign "split-stack_c.c split-stack-thread_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-options "-static" }
   { dg-link "-fsplit-stack" }
   { dg-levels "-O2" }  */

#include "split-stack-thread.c"
