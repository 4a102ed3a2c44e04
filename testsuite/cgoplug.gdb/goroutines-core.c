/* In a core, where no register can be set, goroutines are what they are in a process.

   { dg-include "goroutines.h" }
   { dg-gdb-script "auto" }
   { dg-core "" }
   { dg-env "MALLOC_ARENA_MAX=1 CGODEBUG=g0size=262144" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine all bt" }
   { dg-gdb "goroutine 2 print kept" }
   { dg-gdb "thread 2" }
   { dg-gdb "goroutine 6 print n" }
   { dg-gdb "goroutine 7 frame function loop" }
   { dg-gdb-output "\ngoroutine 4 \\\[mutex lock 0x\[0-9a-f\]+, locked to its thread\\\]:\n#0  <goroutine 4: " }
   { dg-gdb-output "\ngoroutine 5 \\\[in C\\\]:\n#0 .* in in_c \\(" }
   { dg-gdb-output "\n.1 = 70\n.*\n.2 = (3|<optimized out>)\n" }  */

#include "goroutines.h"
