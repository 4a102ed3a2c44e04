/* All wait for a thread that called back and could do so again, until it has ended:
   then it is a deadlock, though nothing of ours ran when that came about.

   { dg-foreign "deadlock-thread_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "called\ncgo: all goroutines are asleep - deadlock!\n" }  */

#include <cgo.h>
#include "check.h"

void c_start_thread (void (*fn) (void)) CGO_CALL;

CGO_EXPORT void
called (void)
{
  dprintf (1, "called\n");
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (0, 0);
  c_start_thread (called);
  cgo_chan_recv (c, NULL);
  return 0;
}
