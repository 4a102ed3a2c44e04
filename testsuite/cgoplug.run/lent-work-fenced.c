/* lent-work.c without membarrier: who makes work wait fences, then.

   { dg-foreign "lent-work_c.c" }
   { dg-env "CGODEBUG=membarrier=0" }
   { dg-timeout 60 }  */

#include "lent-work.c"
