/* The number of processors changes while the program runs, for which the world is stopped:
   goroutines that compute, that wait for each other, that are in C and that are locked to threads
   and make more threads needed all go on, none is lost with the processor on whose queue it was,
   and no more run at once than may.  Several goroutines and a thread of C's change it at the same
   time.  (Go's TestStopTheWorldDeadlock, TestLockOSThreadTemplateThreadRace.)  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

static _Atomic int stop, works, changing = 4;
static cgo_wg wg = CGO_WG_INIT;

NOINLINE static int
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static void
compute (void)
{
  while (!stop)
    works += fib (15) == 610;
  cgo_wg_done (&wg);
}

static void
sleep_in_c (void)
{
  while (!stop)
    usleep (50);
  cgo_wg_done (&wg);
}

/* While it is in C another thread is needed, which must not be made from this one.  */
static void
locked (void)
{
  cgo_lock_os_thread ();
  while (!stop)
    {
      cgo_gosched ();
      cgo_sleep (10 * CGO_MICROSECOND);
      usleep (10);
    }
  cgo_wg_done (&wg);
}

static void
echo (cgo_chan *in, cgo_chan *out)
{
  long v;
  while (cgo_chan_recv (in, &v) == 1)
    cgo_chan_send (out, &v);
  cgo_wg_done (&wg);
}

static void
change (int seed)
{
  for (int i = 0; i < 100; i++)
    {
      CHECK (cgo_gomaxprocs (1 + (i * seed) % 7) > 0);
      cgo_gosched ();
    }
  changing--;
  cgo_wg_done (&wg);
}

static void *
change_in_c (void *arg)
{
  for (int i = 0; i < 100; i++)
    CHECK (cgo_gomaxprocs (1 + i % 3) > 0);
  changing--;
  return arg;
}

int
main (void)
{
  int n = cgo_gomaxprocs (0);
  CHECK_EQ (n, cgo_maxprocs ());
  CHECK_EQ (cgo_gomaxprocs (5), n);
  CHECK_EQ (cgo_maxprocs (), 5);
  CHECK_EQ (cgo_gomaxprocs (-1), 5);
  CHECK (cgo_gomaxprocs (1025) == -1 && errno == EINVAL);
  CHECK_EQ (cgo_gomaxprocs (1), 5);

  cgo_chan *a = cgo_chan_make (sizeof (long), 0), *b = cgo_chan_make (sizeof (long), 1);
  cgo_wg_add (&wg, 4 + 4 + 2 + 1 + 3);
  for (int i = 0; i < 4; i++)
    {
      cgo_go (compute);
      cgo_go (sleep_in_c);
      if (i < 2)
	cgo_go (locked);
    }
  cgo_go (echo, a, b);
  for (int i = 1; i <= 3; i++)
    cgo_go (change, 2 * i + 1);
  pthread_t t;
  pthread_create (&t, NULL, change_in_c, NULL);
  /* No longer: if one processor is left each of these takes a slice of all that compute.  */
  for (long i = 0; changing || i < 10; i++)
    {
      long v = -1;
      cgo_chan_send (a, &i);
      CHECK_EQ (cgo_chan_recv (b, &v), 1);
      CHECK_EQ (v, i);
    }
  pthread_join (t, NULL);
  stop = 1;
  cgo_chan_close (a);
  cgo_wg_wait (&wg);
  CHECK (works > 0);
  return 0;
}
