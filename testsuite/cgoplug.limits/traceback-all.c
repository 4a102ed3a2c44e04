/* CGOTRACEBACK=all: every goroutine, with what it waits for and where.

   { dg-options "-g" }
   { dg-env "CGOTRACEBACK=all" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: close of a closed channel\n\ngoroutine 1 .running.:\n\tmain at [^\n]*:29\n\ngoroutine \[0-9\]+ .chan receive.:\n\twaits at [^\n]*:16\ncreated by main at [^\n]*:24 in goroutine 1\n" }  */

#include <cgo.h>

static volatile int waiting;

__attribute__ ((noinline)) static int
waits (cgo_chan *c)
{
  waiting = 1;
  int r = cgo_chan_recv (c, NULL);
  return r + 1;
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (1, 0), *other = cgo_chan_make (1, 0);
  cgo_go (waits, other);
  do
    cgo_sleep (50 * CGO_MILLISECOND);
  while (!waiting);
  cgo_chan_close (c);
  cgo_chan_close (c);
  return 0;
}
