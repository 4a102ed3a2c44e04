/* Freeing a channel that signals are still sent on: a named error, not a use after free when
   the next one comes.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: free of a channel that signals are sent on; cgo_signal_stop comes first\n" }  */

#include <cgo.h>
#include <signal.h>

int
main (void)
{
  cgo_chan *c = cgo_chan_make (sizeof (int), 1);
  if (cgo_signal_notify (c, SIGUSR1) != 0)
    return 1;
  cgo_chan_free (c);
  return 0;
}
