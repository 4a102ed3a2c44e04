/* main has ended as by pthread_exit, and all goroutines have: the program ends, though a
   channel is registered for a signal that nobody could receive.

   { dg-status 0 }  */

#include <cgo.h>
#include <pthread.h>
#include <signal.h>

static void
last (void)
{
  cgo_sleep (10 * CGO_MILLISECOND);
}

int
main (void)
{
  if (cgo_signal_notify (cgo_chan_make (sizeof (int), 1), SIGUSR1) != 0)
    return 1;
  cgo_go (last);
  pthread_exit (NULL);
}
