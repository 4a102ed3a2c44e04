/* The same by clang.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-cc clang }
   { dg-foreign-options "-fsplit-stack" }
   { dg-levels "-O2" }
   { dg-timeout 60 }  */

#include "split-stack-alloca.c"
