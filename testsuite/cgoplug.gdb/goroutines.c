/* With the script that comes with libcgo, which gdb loads by itself, `info goroutines' shows
   those that no thread runs, too, and `goroutine N COMMAND' has their frames, whatever they
   wait in; the thread and the frame that were selected stay so, and so does the process.

   { dg-foreign "goroutines_c.c" }
   { dg-gdb-script "auto" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "up" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine 1 bt" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 2 frame function receiver" }
   { dg-gdb "goroutine 3 bt" }
   { dg-gdb "goroutine 4 bt" }
   { dg-gdb "goroutine 5 bt" }
   { dg-gdb "goroutine 6 bt" }
   { dg-gdb "goroutine 7 bt" }
   { dg-gdb "goroutine 8 bt" }
   { dg-gdb "goroutine 2 info locals" }
   { dg-gdb "frame" }
   { dg-gdb "set var endless = 0" }
   { dg-gdb "continue" }
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
   { dg-gdb-output "\n#\[0-9\]+ \[^\n\]* in receiver \\(\[^\n\]*\n\[0-9\]+\[^\n\]* int r = deep \\(n\\);\n" }
   { dg-gdb-output "\n#0  <goroutine 3: sleep> \\(\\)\n#1 \[^\n\]* in sleeper \\(\[^\n\]*\n(#\[2-9\] \[^\n\]*\n)+#0  <goroutine 4: mutex lock 0x\[0-9a-f\]+> \\(\\)\n#1 \[^\n\]* in locker \\(" }
   { dg-gdb-output "\n#\[1-9\] \[^\n\]* usleep \\(.* in in_c \\(" }
   { dg-gdb-output "\n#0  <goroutine 8: runnable> \\(\\)\n#1 \[^\n\]*gostart \\(\\)\[^\n\]*\n" }
   { dg-gdb-output "\nroom = \[^\n\]*\nkept = 70\n(r = \[^\n\]*\n)?#1 \[^\n\]* in main \\(\\)" }
   { dg-gdb-output "exited normally" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|Python Exception|Traceback|warning: File" }  */

#include "goroutines.h"
