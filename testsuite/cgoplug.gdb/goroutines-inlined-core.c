/* As goroutines-inlined.c, in a core.

   { dg-core "" }
   { dg-env "MALLOC_ARENA_MAX=1 CGODEBUG=g0size=262144" }
   { dg-include "goroutines-inlined.h" }  */

#include "goroutines-inlined.h"
