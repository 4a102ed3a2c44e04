/* Signals on channels: without cgo_signal_notify a program has handlers only, in which it may
   do next to nothing.  Each channel that asked gets the signal; who waits for one is not
   deadlocked; a full channel does not hold up the others; and when nobody asks any more the
   action that was there before is there again.  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>

static volatile int handled;

static void
handler (int sig)
{
  handled += sig;
}

static int
next (cgo_chan *c)
{
  int sig = 0;
  CHECK_EQ (cgo_chan_recv_until (c, &sig, cgo_now () + 10 * CGO_SECOND), 1);
  return sig;
}

static void
none (cgo_chan *c)
{
  int sig;
  CHECK_EQ (cgo_chan_recv_until (c, &sig, cgo_now () + 20 * CGO_MILLISECOND), -1);
  CHECK_EQ (errno, ETIMEDOUT);
}

static void *
other_thread (void *arg)
{
  (void) arg;
  usleep (10000);
  kill (getpid (), SIGUSR2);
  return NULL;
}

/* From another thread, another process and itself; to all that asked.  */
static void
delivered (cgo_chan *a, cgo_chan *b)
{
  pthread_t t;
  CHECK_EQ (cgo_signal_notify (a, SIGUSR1), 0);
  CHECK_EQ (cgo_signal_notify (a, SIGUSR2), 0);
  CHECK_EQ (cgo_signal_notify (b, SIGUSR2), 0);
  CHECK_EQ (cgo_signal_notify (b, SIGUSR2), 0);
  raise (SIGUSR1);
  CHECK_EQ (next (a), SIGUSR1);
  none (b);
  CHECK_EQ (pthread_create (&t, NULL, other_thread, NULL), 0);
  int sig = 0;
  CHECK_EQ (cgo_chan_recv (a, &sig), 1);	/* all wait: no deadlock */
  CHECK_EQ (sig, SIGUSR2);
  CHECK_EQ (next (b), SIGUSR2);
  CHECK_EQ (pthread_join (t, NULL), 0);
  pid_t parent = getpid (), p = fork ();
  if (p == 0)
    _exit (kill (parent, SIGUSR1));
  CHECK_EQ (next (a), SIGUSR1);
  CHECK_EQ (waitpid (p, NULL, 0), p);
  CHECK_EQ (cgo_signal_stop (a), 0);
  raise (SIGUSR2);
  CHECK_EQ (next (b), SIGUSR2);
  none (a);
}

/* B has room for one.  */
static void
dropped (cgo_chan *a, cgo_chan *b)
{
  CHECK_EQ (cgo_signal_notify (a, SIGUSR2), 0);
  for (int i = 0; i < 10; i++)
    {
      raise (SIGUSR2);
      CHECK_EQ (next (a), SIGUSR2);
    }
  CHECK_EQ (cgo_chan_len (b), 1);
  CHECK_EQ (next (b), SIGUSR2);
  none (b);
  CHECK_EQ (cgo_signal_stop (a), 0);
  CHECK_EQ (cgo_signal_stop (b), 0);
  CHECK_EQ (cgo_signal_stop (b), 0);
}

static int
ended_by (void)
{
  int status = 0;
  pid_t p = fork ();
  if (p == 0)
    {
      raise (SIGHUP);
      _exit (0);
    }
  CHECK_EQ (waitpid (p, &status, 0), p);
  return WIFSIGNALED (status) ? WTERMSIG (status) : 0;
}

/* Default, ignored, a handler: each is there again.  What comes before the stop is not lost.  */
static void
restored (cgo_chan *a)
{
  struct sigaction act;
  CHECK_EQ (cgo_signal_notify (a, SIGHUP), 0);
  CHECK_EQ (ended_by (), 0);
  raise (SIGHUP);
  CHECK_EQ (cgo_signal_stop (a), 0);
  CHECK_EQ (cgo_chan_len (a), 1);
  CHECK_EQ (next (a), SIGHUP);
  CHECK_EQ (sigaction (SIGHUP, NULL, &act), 0);
  CHECK (act.sa_handler == SIG_DFL);
  CHECK_EQ (ended_by (), SIGHUP);

  CHECK (signal (SIGHUP, SIG_IGN) == SIG_DFL);
  CHECK_EQ (cgo_signal_notify (a, SIGHUP), 0);
  raise (SIGHUP);
  CHECK_EQ (next (a), SIGHUP);
  CHECK_EQ (cgo_signal_stop (a), 0);
  CHECK (signal (SIGHUP, handler) == SIG_IGN);

  CHECK_EQ (cgo_signal_notify (a, SIGHUP), 0);
  CHECK_EQ (cgo_signal_stop (a), 0);
  raise (SIGHUP);
  CHECK_EQ (handled, SIGHUP);
}

/* The last to set an action wins.  */
static void
against_handler (cgo_chan *a)
{
  struct sigaction old;
  handled = 0;
  CHECK (signal (SIGUSR1, handler) == SIG_DFL);
  CHECK_EQ (cgo_signal_notify (a, SIGUSR1), 0);
  struct sigaction mine = { .sa_handler = handler };
  CHECK_EQ (sigaction (SIGUSR1, &mine, &old), 0);
  raise (SIGUSR1);
  CHECK_EQ (handled, SIGUSR1);
  none (a);
  CHECK_EQ (sigaction (SIGUSR1, &old, NULL), 0);	/* puts back what it found */
  raise (SIGUSR1);
  CHECK_EQ (next (a), SIGUSR1);
  CHECK_EQ (sigaction (SIGUSR1, &mine, NULL), 0);
  CHECK_EQ (cgo_signal_notify (a, SIGUSR1), 0);
  raise (SIGUSR1);
  CHECK_EQ (next (a), SIGUSR1);
  CHECK_EQ (sigaction (SIGUSR1, &mine, NULL), 0);
  CHECK_EQ (cgo_signal_stop (a), 0);
  CHECK (signal (SIGUSR1, SIG_DFL) == handler);
  CHECK_EQ (handled, SIGUSR1);
}

static void
refused (cgo_chan *a)
{
  int bad[] = { 0, -1, 65, 32, SIGKILL, SIGSTOP, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
  for (int i = 0; i < (int) (sizeof bad / sizeof bad[0]); i++)
    {
      errno = 0;
      CHECK_EQ (cgo_signal_notify (a, bad[i]), -1);
      CHECK_EQ (errno, EINVAL);
    }
}

int
main (void)
{
  cgo_chan *a = cgo_chan_make (sizeof (int), 10), *b = cgo_chan_make (sizeof (int), 1);
  delivered (a, b);
  dropped (a, b);
  restored (a);
  against_handler (a);
  refused (a);
  cgo_chan_free (a);
  cgo_chan_free (b);
  return 0;
}
