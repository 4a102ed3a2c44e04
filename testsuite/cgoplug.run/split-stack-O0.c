/* split-stack.c with a half that is not optimised: there the body stands right behind the
   call of __morestack, and no jump.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack -O0 -fcf-protection=full" }
   { dg-levels "-O2" }  */

#include "split-stack.c"
