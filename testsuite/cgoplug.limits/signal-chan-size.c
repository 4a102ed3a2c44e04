/* Signals on a channel whose values are no ints: a named error, not half a value.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_signal_notify: the channel's values have 8 bytes instead of an int's\n" }  */

#include <cgo.h>
#include <signal.h>

int
main (void)
{
  cgo_signal_notify (cgo_chan_make (sizeof (long), 1), SIGUSR1);
  return 0;
}
