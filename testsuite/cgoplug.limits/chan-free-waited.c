/* Freeing a channel that a goroutine waits on: a named error, not a use after
   free.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: free of a channel that goroutines wait on\n" }  */

#include <cgo.h>

static void
waits (cgo_chan *c)
{
  cgo_chan_recv (c, NULL);
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (1, 0);
  cgo_go (waits, c);
  cgo_sleep (10 * CGO_MILLISECOND);
  cgo_chan_free (c);
  return 0;
}
