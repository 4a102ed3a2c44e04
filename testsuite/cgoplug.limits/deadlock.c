/* Nothing can ever run again: a report that names each goroutine and what it waits
   for, not a hang.

   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n\ngoroutine 1 .chan receive.:\n\tmain at \[^\n\]*deadlock.c:24\n\ngoroutine 2 .mutex lock.:\n\twaits at \[^\n\]*deadlock.c:12\n.*goroutine 4 .mutex lock.:\n.*" }  */

#include <cgo.h>

static void
waits (cgo_mutex *m)
{
  cgo_mutex_lock (m);
  cgo_mutex_unlock (m);
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
  cgo_chan_free (c);
  return 0;
}
