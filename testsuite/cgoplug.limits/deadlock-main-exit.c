/* main ended by pthread_exit, but a goroutine waits for what never comes.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n" }  */

#include <cgo.h>
#include <pthread.h>

static void
waits (void)
{
  cgo_chan_recv (cgo_chan_make (0, 0), NULL);
}

int
main (void)
{
  cgo_go (waits);
  pthread_exit (NULL);
}
