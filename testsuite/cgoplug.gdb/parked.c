/* Inside a cgo_ call bt shows the runtime's frames on g0 and then the goroutine's.

   { dg-gdb "set breakpoint pending on" }
   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "break cgo__chan_send" }
   { dg-gdb "continue" }
   { dg-gdb "bt" }
   { dg-gdb-output "#0 \[^\n\]*cgo__chan_send.* deep \\(n=0\\).* deep \\(n=10\\).* main" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include <cgo.h>
#include "check.h"

static cgo_chan *chan;

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

NOINLINE static int
deep (int n)
{
  volatile char room[1000];
  room[0] = 0;
  int r = n == 0 ? cgo_chan_send (chan, NULL) : deep (n - 1);
  return r + room[0];
}

int
main (void)
{
  chan = cgo_chan_make (0, 1);
  stop_here ();
  return deep (10);
}
