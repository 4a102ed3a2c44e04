/* split-stack.c with a half of `clang -fsplit-stack', which has no variadic functions.  Its
   alloca compares addresses with the guard as signed numbers: a guard of all-ones, as a
   request to yield once was, let it take stack that is not there.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-cc clang }
   { dg-foreign-options "-fsplit-stack" }  */

#define NO_VARIADIC
#include "split-stack.c"
