/* A goroutine that a signal has interrupted, and whose thread is still in libcgo for that, is in
   the function of the program's, not in the one that returns from handlers.

   { dg-nostress "one way is enough" }
   { dg-gdb-script "auto" }
   { dg-gdb "handle SIGSEGV nostop noprint pass" }
   { dg-gdb "break faults" }
   { dg-gdb "run" }
   { dg-gdb "break *(unsigned long) &cgo__fatal_begin" }
   { dg-gdb "continue" }
   { dg-gdb "info goroutines" }
   { dg-gdb-output "\n\\* 1   running +\[0-9\]+ \\(LWP \[0-9\]+\\) +faults at \[^\n\]*goroutines-signal.c:\[0-9\]+, began in main\n" }
   { dg-gdb-not "__restore_rt, began|Python Exception|Traceback" }  */

#include <cgo.h>
#include "check.h"

NOINLINE static void
faults (void)
{
  int *nowhere = NULL;
  HIDE (nowhere);
  *nowhere = 1;
}

int
main (void)
{
  faults ();
  return 0;
}
