/* How long a goroutine has waited, from a minute on: of a hundred that wait the one that waits for
   ever is seen by that.  The clock is ours here, and jumps.

   { dg-foreign "traceback-since_c.c" }
   { dg-link "-Wl,--export-dynamic" }
   { dg-env "CGOTRACEBACK=all" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: close of a closed channel\n\ngoroutine 1 .running.:\n\tmain at \[^\n\]*\n" }
   { dg-output "\ngoroutine 2 .chan receive, 3 minutes.:\n\twaits at \[^\n\]*\ncreated by main at \[^\n\]*\n" }  */

#include <cgo.h>

void c_jump (int seconds) CGO_CALL;

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
  /* Without a sleep: a timer goes by the same clock.  */
  while (!waiting)
    cgo_gosched ();
  for (int64_t end = cgo_now () + 50 * CGO_MILLISECOND; cgo_now () < end;)
    cgo_gosched ();
  c_jump (190);
  cgo_chan_close (c);
  cgo_chan_close (c);
  return 0;
}
