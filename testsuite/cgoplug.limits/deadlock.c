/* Nothing can ever run again: a report that names each goroutine and what it waits
   for, not a hang.

   { dg-status 2 }
   { dg-output "cgo: [^\n]*deadlock[^\n]*\n.*goroutine 1 .*main.*goroutine \[0-9\]+ .*waits.*" }  */

#include <cgo.h>

static void
waits (cgo_mutex *m)
{
  cgo_mutex_lock (m);
}

int
main (void)
{
  cgo_mutex m = CGO_MUTEX_INIT;
  cgo_chan *c = cgo_chan_make (1, 0);
  cgo_mutex_lock (&m);
  for (int i = 0; i < 3; i++)
    cgo_go (waits, &m);
  cgo_chan_recv (c, NULL);
  return 0;
}
