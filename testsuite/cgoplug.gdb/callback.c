/* In a callback bt shows the exported function by its source name, C's frames below
   it, the goroutine's below those, to main; twice nested.

   { dg-foreign "callback_c.c" }
   { dg-gdb "break innermost" }
   { dg-gdb "run" }
   { dg-gdb "delete" }
   { dg-gdb "bt" }
   { dg-gdb "finish" }
   { dg-gdb "finish" }
   { dg-gdb-output "#0  innermost \[^\n\]*\n#1 \[^\n\]* in callback \\(.* in c_call .* in deep .* in callback \\(.* in c_call .* in deep .* in main \\(" }
   { dg-gdb-count "12 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*callback.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-output "callback \\(\[^\n\]*\n\[^\n\]*\nValue returned is .1 = 1\n" }
   { dg-gdb-output "Value returned is .1 = 1\n.*Value returned is .2 = 2\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?|not meaningful" }  */

#include <cgo.h>
#include "check.h"

int c_call (int (*fn) (int), int n) CGO_CALL;
int callback (int n);

NOINLINE int
innermost (void)
{
  __asm__ volatile ("");
  return 1;
}

NOINLINE static int
deep (int n, int level)
{
  volatile char room[1000];
  room[0] = 0;
  int r = n == 0 ? c_call (callback, level) : deep (n - 1, level);
  return r + room[0];
}

CGO_EXPORT int
callback (int n)
{
  int r = n == 0 ? innermost () : deep (5, n - 1);
  HIDE (r);
  return r + 1;
}

int
main (void)
{
  int r = deep (5, 1);
  HIDE (r);
  return r - 3;
}
