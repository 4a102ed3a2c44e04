/* In the child of a fork the channels still get the signals, and only the child's own: what
   came to the parent is not sent there, though the thread that sends is gone.  Without care
   the child would wait for ever.  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

static int
child (cgo_chan *c, int fd)
{
  int sig = 0;
  char byte = 'r';
  if (write (fd, &byte, 1) != 1)
    return 1;
  if (cgo_chan_recv_until (c, &sig, cgo_now () + 20 * CGO_SECOND) != 1 || sig != SIGUSR1)
    return 2;
  raise (SIGUSR2);
  if (cgo_chan_recv (c, &sig) != 1 || sig != SIGUSR2)
    return 3;
  if (cgo_signal_stop (c) != 0 || cgo_chan_len (c) != 0)
    return 4;
  raise (SIGUSR1);
  return 5;
}

int
main (void)
{
  cgo_chan *c = cgo_chan_make (sizeof (int), 10);
  CHECK_EQ (cgo_signal_notify (c, SIGUSR1), 0);
  CHECK_EQ (cgo_signal_notify (c, SIGUSR2), 0);
  for (int i = 0; i < 20; i++)
    {
      int fds[2], status = 0, sig;
      char byte;
      CHECK_EQ (pipe (fds), 0);
      pid_t p = fork ();
      CHECK (p >= 0);
      if (p == 0)
	_exit (child (c, fds[1]));
      CHECK_EQ (read (fds[0], &byte, 1), 1);
      CHECK_EQ (kill (p, SIGUSR1), 0);
      CHECK_EQ (raise (SIGUSR1), 0);
      CHECK_EQ (waitpid (p, &status, 0), p);
      CHECK (WIFSIGNALED (status) && WTERMSIG (status) == SIGUSR1);
      CHECK_EQ (cgo_chan_recv (c, &sig), 1);
      CHECK_EQ (sig, SIGUSR1);
      CHECK_EQ (cgo_chan_len (c), 0);
      CHECK_EQ (close (fds[0]), 0);
      CHECK_EQ (close (fds[1]), 0);
    }
  return 0;
}
