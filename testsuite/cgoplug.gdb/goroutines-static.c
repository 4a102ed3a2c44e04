/* A static program: gdb is told to read the script.

   { dg-options "-static" }
   { dg-include "goroutines.h" }
   { dg-gdb-script "source" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 6 bt" }
   { dg-gdb "goroutine 7 bt" }  */

#include "goroutines.h"
