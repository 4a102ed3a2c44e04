/* In a goroutine other than main bt ends where the goroutine began, cleanly.

   { dg-gdb "break leaf" }
   { dg-gdb "run" }
   { dg-gdb "bt" }
   { dg-gdb "frame function worker" }
   { dg-gdb "print kept" }
   { dg-gdb-output "#0  leaf .* in worker \\(" }
   { dg-gdb-count "31 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*goroutine.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-output ".1 = 77\n" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include <cgo.h>
#include "check.h"

NOINLINE static int
leaf (void)
{
  __asm__ volatile ("");
  return 7;
}

NOINLINE static int
deep (int n)
{
  volatile char room[500];
  room[0] = 0;
  int r = n == 0 ? leaf () : deep (n - 1);
  return r + room[0];
}

NOINLINE static void
worker (int n)
{
  volatile int kept = 77;
  volatile int r = deep (n);
  CHECK_EQ (r + kept, 84);
}

int
main (void)
{
  cgo_go (worker, 30);
  cgo_sleep (CGO_SECOND);
  return 0;
}
