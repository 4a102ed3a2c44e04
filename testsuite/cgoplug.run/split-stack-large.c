/* split-stack.c with a half in the large model, which calls __morestack_large_model: both sizes
   in one register.  (With -fpic GCC itself forgets the unnamed arguments there.)

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack -mcmodel=large -fno-pic" }
   { dg-options "-no-pie" }
   { dg-levels "-O2" }  */

#include "split-stack.c"
