/* ThreadSanitizer's library puts a handler off until the thread calls it again, which an M that
   sleeps does not: a signal would never be sent on its channel.  And it has a thread of its own,
   which might call back for all that can be known: a program whose main has left by pthread_exit
   would not end.  The goroutine that calls that does so on a stack that ends with it.

   { dg-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>

static cgo_chan *signals;

/* Another process sends them, as no thread of this one may be awake.  */
static pid_t
sender (void)
{
  pid_t parent = getpid (), child = fork ();
  if (child == 0)
    for (int i = 0; ; i++)
      {
	usleep (20000);
	if (i == 200 || kill (parent, SIGUSR1) != 0)
	  _exit (0);
      }
  return child;
}

static void
receive (pid_t from)
{
  for (int i = 0; i < 5; i++)
    {
      int sig = 0;
      CHECK_EQ (cgo_chan_recv_until (signals, &sig, cgo_now () + 10 * CGO_SECOND), 1);
      CHECK_EQ (sig, SIGUSR1);
    }
  CHECK_EQ (kill (from, SIGKILL), 0);
  CHECK_EQ (waitpid (from, NULL, 0), from);
  CHECK_EQ (cgo_signal_stop (signals), 0);
}

int
main (void)
{
  signals = cgo_chan_make (sizeof (int), 1);
  CHECK_EQ (cgo_signal_notify (signals, SIGUSR1), 0);
  CHECK_EQ (cgo_go (receive, sender ()), 0);
  pthread_exit (NULL);
}
