/* As goroutines-names.c, in a static program, where libcgo's functions are the program's.

   { dg-options "-static" }
   { dg-gdb-script "source" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-include "goroutines-names.h" }  */

#include "goroutines-names.h"
