/* Waiting on a system stack, here in a thread that C made, where there is no
   goroutine to park: a named error, not a hang.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: cgo_chan_recv would park on a system stack; only a goroutine can wait\n" }  */

#include <cgo.h>
#include <pthread.h>

static void *
start (void *c)
{
  cgo_chan_recv (c, NULL);
  return NULL;
}

int
main (void)
{
  pthread_t t;
  pthread_create (&t, NULL, start, cgo_chan_make (1, 0));
  pthread_join (t, NULL);
  return 0;
}
