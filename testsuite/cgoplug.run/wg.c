/* Without wait groups main cannot know when goroutines are done: many waiters,
   reuse, deadlines, done from C's side of the program.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>

static cgo_wg work, waiters;
static int done, woken;

static void
worker (int64_t delay)
{
  if (delay)
    cgo_sleep (delay);
  __atomic_fetch_add (&done, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&work);
}

static void
waiter (int n)
{
  CHECK_EQ (cgo_wg_wait (&work), 0);
  CHECK_EQ (__atomic_load_n (&done, __ATOMIC_RELAXED), n);
  __atomic_fetch_add (&woken, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&waiters);
}

int
main (void)
{
  CHECK_EQ (cgo_wg_wait (&work), 0);	/* nothing to wait for */
  for (int round = 0; round < 30; round++)
    {
      int n = 1 + round * 3;
      done = woken = 0;
      cgo_wg_add (&work, n);
      cgo_wg_add (&waiters, 5);
      for (int i = 0; i < n; i++)
	CHECK_EQ (cgo_go (worker, i % 10 == 0 ? 100 * CGO_MICROSECOND : 0), 0);
      for (int i = 0; i < 5; i++)
	CHECK_EQ (cgo_go (waiter, n), 0);
      CHECK_EQ (cgo_wg_wait (&work), 0);
      CHECK_EQ (done, n);
      CHECK_EQ (cgo_wg_wait (&waiters), 0);
      CHECK_EQ (woken, 5);
    }
  cgo_wg_add (&work, 1);
  int64_t deadline = cgo_now () + 5 * CGO_MILLISECOND;
  CHECK_EQ (cgo_wg_wait_until (&work, deadline), -1);
  CHECK_EQ (errno, ETIMEDOUT);
  CHECK (cgo_now () >= deadline);
  cgo_wg_add (&work, -1);
  CHECK_EQ (cgo_wg_wait_until (&work, deadline), 0);
  return 0;
}
