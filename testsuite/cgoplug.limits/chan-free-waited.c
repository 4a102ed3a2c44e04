/* Freeing a channel that a goroutine waits on: a named error, not a use after
   free.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: free of a channel that goroutines wait on\n" }  */

#include <cgo.h>

static volatile int waiting;

static void
waits (cgo_chan *c)
{
  waiting = 1;
  cgo_chan_recv (c, NULL);
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (1, 0);
  cgo_go (waits, c);
  do
    cgo_sleep (50 * CGO_MILLISECOND);
  while (!waiting);
  cgo_chan_free (c);
  return 0;
}
