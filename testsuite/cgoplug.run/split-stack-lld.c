/* split-stack.c linked by lld, which does as gold does.

   { dg-require-file "/usr/bin/ld.lld lld" }
   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-foreign-cc clang }
   { dg-options "-fuse-ld=lld" }
   { dg-levels "-O2" }  */

#define NO_VARIADIC
#define DEPTH 200
#include "split-stack.c"
