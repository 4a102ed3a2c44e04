/* split-stack.c linked by gold, which has functions that call goroutine code, as that does not
   have the mark of -fsplit-stack, call __morestack_non_split, and changes their check: it
   always fails in those with small frames, on system stacks, too.

   { dg-require-file "/usr/bin/ld.gold binutils" }
   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-options "-fuse-ld=gold" }
   { dg-levels "-O2" }  */

#define DEPTH 200
#include "split-stack.c"
