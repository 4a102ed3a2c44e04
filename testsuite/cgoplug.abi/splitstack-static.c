/* The same in a static program, where libcgo.a comes before libgcc.a.

   { dg-env "CGODEBUG=segment=65536" }
   { dg-options "-static" }
   { dg-link "-fsplit-stack" }  */

#include "splitstack.c"
