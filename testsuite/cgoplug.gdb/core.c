/* A core file, taken in a callback from C under goroutine frames on several
   segments, shows the same backtrace as the live process, and its variables.

   { dg-foreign "callback_c.c" }
   { dg-core "" }
   { dg-gdb "bt" }
   { dg-gdb "up 2" }
   { dg-gdb "frame function deep" }
   { dg-gdb "print n" }
   { dg-gdb-output "#0  stop_here .* callback \\(n=9\\).* c_call .* deep \\(n=0\\).* deep \\(n=15\\).* main.*\n.1 = 0\n" }
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
  room[0] = 0;
  int r = n == 0 ? c_call (callback, 9) : deep (n - 1);
  return r + room[0];
}

int
main (void)
{
  int r = deep (15);
  HIDE (r);
  return r - 9;
}
