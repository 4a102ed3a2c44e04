/* A core file, taken in a callback from C under goroutine frames on several
   segments, shows the same backtrace as the live process, and its variables.

   { dg-foreign "callback_c.c" }
   { dg-core "" }
   { dg-gdb "bt" }
   { dg-gdb "frame function deep" }
   { dg-gdb "print kept" }
   { dg-gdb-output "\n#0  stop_here \[^\n\]*\n#1 \[^\n\]* in callback .* in c_call .* in deep .* in main \\(.*\n.1 = 1000\n" }
   { dg-gdb-count "16 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*core.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include <cgo.h>
#include "check.h"

int c_call (int (*fn) (int), int n) CGO_CALL;

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

CGO_EXPORT int
callback (int n)
{
  stop_here ();
  HIDE (n);
  return n;
}

NOINLINE static int
deep (int n)
{
  volatile char room[1000];
  volatile int kept = n + 1000;
  room[0] = 0;
  int r = n == 0 ? c_call (callback, 9) : deep (n - 1);
  return r + room[0] + kept - kept;
}

int
main (void)
{
  int r = deep (15);
  HIDE (r);
  return r - 9;
}
