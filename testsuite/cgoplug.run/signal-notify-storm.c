/* Signals on channels under load.  A wakeup that is lost between a handler and the thread that
   sends would leave the pair below waiting for ever; a registration that ends while signals
   come would be sent on after it; a handler on a goroutine's stack would crash those that
   compute.  (Go's TestAtomicStop, TestStress of os/signal, TestSignalM.)  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { ROUNDS = 200, CHURN = 60, THREADS = 2 };

static _Atomic int stop, asked, answered;
static cgo_wg wg, computing;

NOINLINE static long
deep (long n)
{
  volatile char room[50];
  room[0] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[0];
}

static void
compute (void)
{
  while (!stop)
    {
      CHECK_EQ (deep (100), 100);
      free (malloc (100));
      cgo_gosched ();
    }
  cgo_wg_done (&computing);
}

/* Asks again only when the goroutine has received the last one.  */
static void *
asker (void *arg)
{
  (void) arg;
  for (int i = 1; i <= ROUNDS; i++)
    {
      asked = i;
      CHECK_EQ (kill (getpid (), SIGUSR1), 0);
      while (answered != i)
	sched_yield ();
    }
  return NULL;
}

static void
answer (void)
{
  cgo_chan *c = cgo_chan_make (sizeof (int), 1);
  pthread_t t;
  int sig;
  CHECK_EQ (cgo_signal_notify (c, SIGUSR1), 0);
  CHECK_EQ (pthread_create (&t, NULL, asker, NULL), 0);
  for (int i = 1; i <= ROUNDS; i++)
    {
      CHECK_EQ (cgo_chan_recv_until (c, &sig, cgo_now () + 20 * CGO_SECOND), 1);
      CHECK_EQ (sig, SIGUSR1);
      CHECK_EQ (asked, i);
      answered = i;
    }
  CHECK_EQ (pthread_join (t, NULL), 0);
  CHECK_EQ (cgo_signal_stop (c), 0);
  CHECK_EQ (cgo_chan_len (c), 0);
  cgo_chan_free (c);
  cgo_wg_done (&wg);
}

/* Threads without a goroutine, and without a rest.  */
static void *
storm (void *arg)
{
  (void) arg;
  while (!stop)
    {
      CHECK_EQ (raise (SIGUSR2), 0);
      usleep (50);
    }
  return NULL;
}

/* Comes and goes; freed at once, so that a late send would be found by malloc's checks.  */
static void
churn (void)
{
  for (int i = 0; i < CHURN; i++)
    {
      cgo_chan *c = cgo_chan_make (sizeof (int), i % 3);
      int sig = 0, r = 0;
      CHECK_EQ (cgo_signal_notify (c, SIGUSR2), 0);
      if (i % 2)
	{
	  r = cgo_chan_recv_until (c, &sig, cgo_now () + CGO_MILLISECOND);
	  CHECK (r == 1 ? sig == SIGUSR2 : r == -1);
	}
      CHECK_EQ (cgo_signal_stop (c), 0);
      size_t len = cgo_chan_len (c);
      cgo_gosched ();
      CHECK_EQ (cgo_chan_len (c), len);
      cgo_chan_free (c);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  pthread_t t[THREADS];
  CHECK (signal (SIGUSR2, SIG_IGN) == SIG_DFL);
  cgo_wg_add (&wg, 3);
  cgo_wg_add (&computing, 2);
  CHECK_EQ (cgo_go (compute), 0);
  CHECK_EQ (cgo_go (compute), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, storm, NULL), 0);
  CHECK_EQ (cgo_go (answer), 0);
  CHECK_EQ (cgo_go (churn), 0);
  CHECK_EQ (cgo_go (churn), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&computing), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
  return 0;
}
