/* The same on goroutines that are locked to their threads: these threads sleep for them alone,
   and do not count as awake.

   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n" }
   { dg-output "\ngoroutine 1 .chan receive 0x\[0-9a-f\]+, \[0-9\]+ m?s, locked to its thread.:\n\tmain at \[^\n\]*\n" }
   { dg-output "\ngoroutine \[0-9\]+ .chan send 0x\[0-9a-f\]+, \[0-9\]+ m?s, locked to its thread.:\n\twaits at \[^\n\]*\ncreated by main at \[^\n\]*\n" }  */

#include <cgo.h>

__attribute__ ((noinline)) static int
waits (cgo_chan *c)
{
  cgo_lock_os_thread ();
  int r = cgo_chan_send (c, NULL);
  return r + 1;
}

int
main (void)
{
  cgo_lock_os_thread ();
  cgo_go (waits, cgo_chan_make (0, 0));
  cgo_sleep (10 * CGO_MILLISECOND);
  cgo_chan_recv (cgo_chan_make (0, 0), NULL);
  return 0;
}
