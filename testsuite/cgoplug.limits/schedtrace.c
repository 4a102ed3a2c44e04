/* CGODEBUG=schedtrace=100: each 100 ms what the scheduler has and does, also while all sleeps, and
   once at the end.

   { dg-env "CGODEBUG=schedtrace=100" }
   { dg-procs "2" }
   { dg-output "(SCHED \[1-9\]\[0-9\]{2}ms: gomaxprocs=2 idleprocs=\[0-2\] threads=\[0-9\]+ spinningthreads=\[0-9\] idlethreads=\[0-9\]+ runqueue=\[0-9\]+ .\[0-9\]+ \[0-9\]+. incalls=\[0-9\]+ wakes=\[0-9\]+ goroutines=2\n){1,6}" }
   { dg-output "SCHED \[0-9\]+ms: \[^\n\]* goroutines=1\n" }  */

#include <cgo.h>

static void
waits (cgo_chan *c)
{
  cgo_chan_recv (c, NULL);
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (0, 0);
  cgo_go (waits, c);
  cgo_sleep (450 * CGO_MILLISECOND);
  cgo_chan_close (c);
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  return 0;
}
