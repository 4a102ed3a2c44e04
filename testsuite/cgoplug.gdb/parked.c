/* Inside a cgo_ call bt shows the runtime's frames on g0 and then the goroutine's.

   { dg-gdb "break stop_here" }
   { dg-gdb "run" }
   { dg-gdb "break cgo__chan_send" }
   { dg-gdb "continue" }
   { dg-gdb "bt" }
   { dg-gdb-output "#0 \[^\n\]*cgo__chan_send.* in deep .* in main \\(" }
   { dg-gdb-count "11 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*parked.c:\[0-9\]+(?=\n#)" }
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
  /* The capacity is 1: it does not wait.  */
  int r = n == 0 ? cgo_chan_send (chan, NULL) : deep (n - 1);

  return r + room[0];
}

int
main (void)
{
  chan = cgo_chan_make (0, 1);
  stop_here ();
  int r = deep (10);
  HIDE (r);
  return r;
}
