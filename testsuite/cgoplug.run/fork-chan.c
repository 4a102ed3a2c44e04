/* Without forgetting the goroutines that are gone, the child of a fork sends to one of
   them: those that waited, some with a deadline, wait no more in the child, and what
   they waited for is of use to it.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

enum { WAITERS = 6 };

static cgo_chan *c, *idle;
static cgo_mutex mutex;
static cgo_wg waiting, wg;

static void
waits (cgo_chan *on, int64_t deadline)
{
  int v;
  cgo_wg_done (&waiting);
  CHECK_EQ (cgo_chan_recv_until (on, &v, deadline), 0);
  cgo_wg_done (&wg);
}

static void
locks (void)
{
  cgo_wg_done (&waiting);
  CHECK_EQ (cgo_mutex_lock (&mutex), 0);
  cgo_mutex_unlock (&mutex);
  cgo_wg_done (&wg);
}

static void
sends (int v)
{
  CHECK_EQ (cgo_chan_send (c, &v), 0);
}

static void
in_child (void)
{
  int v = 7;
  alarm (20);
  cgo_chan_free (idle);
  CHECK_EQ (cgo_chan_try_send (c, &v), -1);
  CHECK_EQ (errno, EAGAIN);
  CHECK_EQ (cgo_go (sends, 8), 0);
  CHECK_EQ (cgo_chan_recv_until (c, &v, cgo_now () + 10 * CGO_SECOND), 1);
  CHECK_EQ (v, 8);
  cgo_mutex_unlock (&mutex);
  CHECK_EQ (cgo_mutex_trylock (&mutex), 0);
  cgo_chan_close (c);
  _exit (21);
}

int
main (void)
{
  c = cgo_chan_make (sizeof (int), 0);
  idle = cgo_chan_make (sizeof (int), 0);
  CHECK_EQ (cgo_mutex_lock (&mutex), 0);
  cgo_wg_add (&waiting, 3 * WAITERS);
  cgo_wg_add (&wg, 3 * WAITERS);
  for (int i = 0; i < WAITERS; i++)
    {
      int64_t deadline = i % 2 ? CGO_FOREVER : cgo_now () + 100 * CGO_SECOND;
      CHECK_EQ (cgo_go (waits, c, deadline), 0);
      CHECK_EQ (cgo_go (waits, idle, deadline), 0);
      CHECK_EQ (cgo_go (locks), 0);
    }
  CHECK_EQ (cgo_wg_wait (&waiting), 0);
  cgo_sleep (20 * CGO_MILLISECOND);	/* they do */
  for (int i = 0; i < 5; i++)
    {
      int status;
      pid_t child = fork ();
      CHECK (child >= 0);
      if (child == 0)
	in_child ();
      CHECK_EQ (waitpid (child, &status, 0), child);
      CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 21);
    }
  cgo_chan_close (c);
  cgo_chan_close (idle);
  cgo_mutex_unlock (&mutex);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
