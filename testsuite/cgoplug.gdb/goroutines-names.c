/* The commands for goroutines call them by the names that they have given themselves, and name
   a function of the program's where it has left its frame to libcgo, as tracebacks do.

   { dg-gdb-script "auto" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-include "goroutines-names.h" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 2 frame 0" }
   { dg-gdb-count "3 \n#0  <goroutine 2 \"tail\": sleep> \\(\\)(?=\n)" }  */

#include "goroutines-names.h"
