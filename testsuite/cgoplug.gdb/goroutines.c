/* With the script that comes with libcgo, which gdb loads by itself, `info goroutines' shows
   those that no thread runs, too, and `goroutine N COMMAND' has their frames, whatever they
   wait in; the thread and the frame that were selected stay so, and so does the process.

   { dg-include "goroutines.h" }
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
   { dg-gdb-output "\n#\[0-9\]+ \[^\n\]* in receiver \\(\[^\n\]*\n\[0-9\]+\[^\n\]* int r = deep \\(n\\);\n" }
   { dg-gdb-output "\n#0  <goroutine 3: sleep> \\(\\)\n#1 \[^\n\]* in sleeper \\(\[^\n\]*\n(#\[2-9\] \[^\n\]*\n)+#0  <goroutine 4: mutex lock 0x\[0-9a-f\]+> \\(\\)\n#1 \[^\n\]* in locker \\(" }
   { dg-gdb-output "\n#\[1-9\] \[^\n\]* usleep \\(.* in in_c \\(" }
   { dg-gdb-output "\n#0  <goroutine 8: runnable> \\(\\)\n#1 \[^\n\]*gostart \\(\\)\[^\n\]*\n" }
   { dg-gdb-output "\nroom = \[^\n\]*\nkept = 70\n(r = \[^\n\]*\n)?#1 \[^\n\]* in main \\(\\)" }
   { dg-gdb-output "exited normally" }  */

#include "goroutines.h"
