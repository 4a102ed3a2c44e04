/* main that calls pthread_exit leaves the program to its threads, as C programs do, and here to
   its goroutines as well: when the last of either has ended the program exits with 0 and its
   handlers run.  Without that it ended as a deadlock, or never.

   { dg-output "main\ngoroutine\nthread\nhandler\n" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <stdlib.h>

#define SAY(text) CHECK (write (1, text "\n", sizeof text) == sizeof text)

static cgo_chan *order;

static void
goroutine (void)
{
  cgo_sleep (10 * CGO_MILLISECOND);
  SAY ("goroutine");
  cgo_chan_close (order);
}

/* Outlives all that the runtime knows of.  */
static void *
thread (void *arg)
{
  usleep (150000);
  SAY ("thread");
  return arg;
}

static void
handler (void)
{
  volatile char room[3000];
  room[0] = 1;
  CHECK_EQ (room[0], 1);
  SAY ("handler");
}

int
main (void)
{
  pthread_t t;
  order = cgo_chan_make (0, 0);
  CHECK_EQ (atexit (handler), 0);
  SAY ("main");
  CHECK_EQ (cgo_go (goroutine), 0);
  CHECK_EQ (pthread_create (&t, NULL, thread, NULL), 0);
  pthread_exit (NULL);
}
