/* split-stack.c in a static program, where libcgo.a comes before libgcc.a.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-options "-static" }
   { dg-levels "-O2" }  */

#include "split-stack.c"
