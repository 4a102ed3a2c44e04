/* Without mutual exclusion two Ps change one thing at a time: a plain counter, an
   owner check, try and deadline forms, and hand-over to the longest waiter.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>

enum { WORKERS = 8, EACH = 500 };

static cgo_mutex mutex = CGO_MUTEX_INIT;
static cgo_wg wg;
static long counter;		/* not atomic: the mutex is what is tested */
static volatile int inside;
static int order[WORKERS], norder;

static void
worker (void)
{
  for (int i = 0; i < EACH; i++)
    {
      if (i % 5 != 0 || cgo_mutex_trylock (&mutex) != 0)
	while (i % 5 == 1
	       ? cgo_mutex_lock_until (&mutex, cgo_now () + 20000) != 0
	       : cgo_mutex_lock (&mutex) != 0)
	  CHECK_EQ (errno, ETIMEDOUT);
      CHECK_EQ (inside++, 0);
      counter++;
      if (i % 50 == 0)
	cgo_gosched ();
      CHECK_EQ (--inside, 0);
      cgo_mutex_unlock (&mutex);
    }
  cgo_wg_done (&wg);
}

static void
queued (int n)
{
  CHECK_EQ (cgo_mutex_lock (&mutex), 0);
  order[norder++] = n;
  cgo_mutex_unlock (&mutex);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, WORKERS);
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (counter, WORKERS * EACH);

  CHECK_EQ (cgo_mutex_lock (&mutex), 0);
  CHECK_EQ (cgo_mutex_trylock (&mutex), -1);
  CHECK_EQ (errno, EBUSY);
  int64_t deadline = cgo_now () + 3 * CGO_MILLISECOND;
  CHECK_EQ (cgo_mutex_lock_until (&mutex, deadline), -1);
  CHECK_EQ (errno, ETIMEDOUT);
  CHECK (cgo_now () >= deadline);
  cgo_wg_add (&wg, WORKERS);
  for (int i = 0; i < WORKERS; i++)
    {
      /* The end of the queue changes when it waits.  */
      void *volatile *tail = &mutex.__tail, *before = *tail;
      CHECK_EQ (cgo_go (queued, i), 0);
      while (*tail == before)
	cgo_sleep (CGO_MILLISECOND / 10);
    }
  cgo_mutex_unlock (&mutex);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (order[i], i);
  return 0;
}
