/* gdb takes functions that are inlined where the selected thread has stopped for frames,
   whatever registers are said to be that thread's: a goroutine that waits had its frames
   numbered from #2, and frames 0 and 1 were the thread's.

   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "up" }
   { dg-include "goroutines-inlined.h" }
   { dg-gdb "frame" }
   { dg-gdb-count "2 \n#1 \[^\n\]*halts \\(\\)" }  */

#include "goroutines-inlined.h"
