/* As goroutines-names.c, in a core, of a libcgo that has no symbols but those it exports.

   { dg-gdb-script "auto" }
   { dg-stripped "" }
   { dg-core "" }
   { dg-env "MALLOC_ARENA_MAX=1 CGODEBUG=g0size=262144 LC_ALL=C" }
   { dg-include "goroutines-names.h" }  */

#include "goroutines-names.h"
