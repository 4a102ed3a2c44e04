/* The same with a thread that the runtime does not know, and which might have called
   back: once it has ended it is a deadlock.

   { dg-foreign "deadlock-thread_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "called\ncgo: all goroutines are asleep - deadlock!\n" }  */

#include <cgo.h>
#include "check.h"

void c_start_thread (void (*fn) (void)) CGO_CALL;

/* On a system stack: plain C could do this.  */
static void
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
