/* Nothing can ever run again: a report that names each goroutine, what it waits for, who holds
   that and since when, where that is and who started it; not a hang.

   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n\ngoroutine 1 .chan receive 0x\[0-9a-f\]+, \[0-9\]+ m?s.:\n\tmain at \[^\n\]*deadlock.c:26\n" }
   { dg-output "\ngoroutine 2 .mutex lock 0x\[0-9a-f\]+ held by goroutine 1, \[0-9\]+ m?s.:\n\twaits at \[^\n\]*deadlock.c:14\ncreated by main at \[^\n\]*deadlock.c:25 in goroutine 1\n" }
   { dg-output ".*goroutine 4 .mutex lock \[^\n\]*:\n.*" }  */

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
