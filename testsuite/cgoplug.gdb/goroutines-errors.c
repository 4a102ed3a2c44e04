/* What the commands for goroutines cannot do they say, by name.

   { dg-levels "-O2" }
   { dg-nostress "one way is enough" }
   { dg-gdb-script "source" }
   { dg-gdb "info goroutines" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "goroutine 99 bt" }
   { dg-gdb "goroutine seven bt" }
   { dg-gdb "goroutine 1" }
   { dg-gdb "goroutine 1 print nothing" }
   { dg-gdb "goroutine 2 print called (3)" }
   { dg-gdb "goroutine 2 continue" }
   { dg-gdb "bt" }
   { dg-gdb "set var *(long *) ((char *) &__cgo_debug_table + 24) = 2" }
   { dg-gdb "info goroutines" }
   { dg-gdb "kill" }
   { dg-gdb "delete" }
   { dg-gdb "file /bin/true" }
   { dg-gdb "starti" }
   { dg-gdb "info goroutines" }
   { dg-gdb-output "^the program is not being run\n" }
   { dg-gdb-output "\ngoroutine 99: no such goroutine\n" }
   { dg-gdb-output "\ngoroutine: `seven' is not the number of a goroutine, nor `all'\n" }
   { dg-gdb-output "\ngoroutine 1: and a command, as in `goroutine 1 bt'\n" }
   { dg-gdb-output "\nNo symbol \"nothing\" in current context.\n" }
   { dg-gdb-output "\n.1 = 103\n" }
   { dg-gdb-output "\ngoroutine 2: `continue' has run the program, on the thread that is selected\n#0  stop_here \\(\\) at \[^\n\]*\n#1 \[^\n\]* in main \\(" }
   { dg-gdb-output "\nlibcgo's table for debuggers has the version 2, and this script knows 1: take the script of that libcgo\n" }
   { dg-gdb-output "\nno libcgo in this program\n" }
   { dg-gdb-not "Python Exception|Traceback" }  */

#include <cgo.h>
#include "check.h"

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

__attribute__ ((used)) static int
called (int n)
{
  return n + 100;
}

static void
sleeper (void)
{
  int r = cgo_sleep (1000 * CGO_SECOND);
  HIDE (r);
}

int
main (void)
{
  cgo_go (sleeper);
  cgo_sleep (10 * CGO_MILLISECOND);
  stop_here ();
  stop_here ();
  return 0;
}
