/* A signal whose handler was installed without SA_RESTART interrupts C in its system call:
   it gets EINTR, as it would without goroutines, also when it waits in C on a thread of the
   runtime.  The runtime's own waits, on channels and for time, are not disturbed.  If it
   hid the flag, read would never return; if it did not start its waits again, a receive would
   come back with nothing.  (Go's EINTR.)  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static int fds[2];
static cgo_wg wg;
static cgo_chan *numbers;
static _Atomic int handled, interrupted, reading;

static void
handler (int sig)
{
  handled += sig == SIGWINCH;
}

static void
reader (void)
{
  char byte = 0;
  ssize_t n;
  cgo_lock_os_thread ();
  reading = gettid ();
  while ((n = read (fds[0], &byte, 1)) < 0)
    {
      CHECK_EQ (errno, EINTR);
      interrupted++;
    }
  cgo_unlock_os_thread ();
  CHECK (n == 1 && byte == 'x');
  cgo_wg_done (&wg);
}

static void
receiver (void)
{
  for (long i = 0; i < 100; i++)
    {
      long v = -1;
      CHECK_EQ (cgo_chan_recv (numbers, &v), 1);
      CHECK_EQ (v, i);
    }
  cgo_wg_done (&wg);
}

static void
sender (void)
{
  for (long i = 0; i < 100; i++)
    {
      CHECK_EQ (cgo_chan_send (numbers, &i), 0);
      cgo_sleep (200 * CGO_MICROSECOND);
    }
  cgo_wg_done (&wg);
}

static void
child (void)
{
  int status = -1;
  pid_t p = fork ();
  CHECK (p >= 0);
  if (p == 0)
    _exit (7);
  while (waitpid (p, &status, 0) < 0)
    CHECK_EQ (errno, EINTR);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 7);
  cgo_wg_done (&wg);
}

int
main (void)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  CHECK_EQ (sigaction (SIGWINCH, &a, NULL), 0);
  CHECK_EQ (sigaction (SIGWINCH, NULL, &a), 0);
  CHECK_EQ (a.sa_flags & SA_RESTART, 0);
  CHECK_EQ (pipe (fds), 0);
  numbers = cgo_chan_make (sizeof (long), 0);
  cgo_wg_add (&wg, 4);
  CHECK_EQ (cgo_go (reader), 0);
  CHECK_EQ (cgo_go (receiver), 0);
  CHECK_EQ (cgo_go (sender), 0);
  CHECK_EQ (cgo_go (child), 0);

  /* At the thread that reads, and at any.  */
  for (int i = 0; i < 1000 && interrupted < 3; i++)
    {
      if (reading)
	CHECK_EQ (tgkill (getpid (), reading, SIGWINCH), 0);
      CHECK_EQ (kill (getpid (), SIGWINCH), 0);
      cgo_sleep (CGO_MILLISECOND);
    }
  CHECK (interrupted >= 3 && handled >= interrupted);
  CHECK_EQ (write (fds[1], "x", 1), 1);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
