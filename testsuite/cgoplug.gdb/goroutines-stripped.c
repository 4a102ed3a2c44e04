/* A libcgo that is installed has no debug information and no symbols but those it exports:
   its table for debuggers is enough.

   { dg-include "goroutines.h" }
   { dg-gdb-script "auto" }
   { dg-stripped "" }
   { dg-core "" }
   { dg-env "MALLOC_ARENA_MAX=1 CGODEBUG=g0size=262144" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 6 bt" }
   { dg-gdb "goroutine 7 bt" }
   { dg-gdb "info symbol cgo__schedule" }
   { dg-gdb-output "No symbol .cgo__schedule. in current context" }  */

#include "goroutines.h"
