/* A libcgo that is installed has no debug information and no symbols but those it exports:
   its table for debuggers is enough.

   { dg-foreign "goroutines_c.c" }
   { dg-gdb-script "auto" }
   { dg-stripped "" }
   { dg-core "" }
   { dg-env "MALLOC_ARENA_MAX=1 CGODEBUG=g0size=262144" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 6 bt" }
   { dg-gdb "goroutine 7 bt" }
   { dg-gdb "info symbol cgo__schedule" }
   { dg-gdb-output "\n  Id  State +Thread +Function\n\\* 1   running +\[0-9\]+ \\(LWP \[0-9\]+\\) +stop_here at \[^\n\]*goroutines.h:\[0-9\]+, began in main\n" }
   { dg-gdb-output "\n  2   chan receive 0x\[0-9a-f\]+ +- +deep at \[^\n\]*goroutines.h:\[0-9\]+, began in receiver\n" }
   { dg-gdb-output "\n  3   sleep +- +sleeper at \[^\n\]*goroutines.h:\[0-9\]+, began in sleeper\n" }
   { dg-gdb-output "\n  4   mutex lock 0x\[0-9a-f\]+ +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +locker at \[^\n\]*, began in locker\n" }
   { dg-gdb-output "\n  5   in C +\[0-9\]+ \\(LWP \[0-9\]+\\) +\\w*usleep from in_c at \[^\n\]*, began in in_c\n" }
   { dg-gdb-output "\n  6   chan receive 0x\[0-9a-f\]+ +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +callback at \[^\n\]*, began in in_callback\n" }
   { dg-gdb-output "\n  7   runnable +- +(turn|loop) at \[^\n\]*, began in loop\n" }
   { dg-gdb-output "\n  8   runnable +- +fresh, not begun\n" }
   { dg-gdb-output "\n#0  <goroutine 2: chan receive 0x\[0-9a-f\]+> \\(\\)\n#1  0x\[0-9a-f\]+ in deep \\(\[^\n\]*\n.*\n#\[0-9\]+ \[^\n\]* in receiver \\(" }
   { dg-gdb-count "13 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*goroutines.h:\[0-9\]+(?=\n#)" }
   { dg-gdb-output "\n#0  <goroutine 6: chan receive 0x\[0-9a-f\]+> \\(\\)\n#1 \[^\n\]* in callback \\(.* in c_call \\(.* in in_callback \\(" }
   { dg-gdb-output "\n#0  <goroutine 7: runnable> \\(\\)\n.* in loop \\(" }
   { dg-gdb-output "No symbol .cgo__schedule. in current context" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|Python Exception|Traceback|warning: File" }  */

#include "goroutines.h"
