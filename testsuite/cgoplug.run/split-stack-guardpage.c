/* split-stack.c with a guard page below each segment: nothing may be written there.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-levels "-O2" }  */

#define DEPTH 200
#include "split-stack.c"
