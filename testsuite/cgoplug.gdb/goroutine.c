/* In a goroutine other than main bt ends where the goroutine began, cleanly.

   { dg-gdb "break leaf" }
   { dg-gdb "run" }
   { dg-gdb "bt" }
   { dg-gdb "up 25" }
   { dg-gdb "print n" }
   { dg-gdb-output "#0  leaf .* deep \\(n=0\\).* deep \\(n=30\\).* worker \\(n=30\\)\[^\n\]*\n" }
   { dg-gdb-output "\n.1 = 24\n" }
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
  volatile int r = deep (n);
  (void) r;
}

int
main (void)
{
  cgo_go (worker, 30);
  cgo_sleep (CGO_SECOND);
  return 0;
}
