/* Closing a closed channel: a named error, at the line that did it.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: close of a closed channel\n" }  */

#include <cgo.h>

int
main (void)
{
  cgo_chan *c = cgo_chan_make (1, 1);
  cgo_chan_close (c);
  cgo_chan_close (c);
  return 0;
}
