/* soak-wait_g.c - actors that wait: for channels, a lock, a group, the clock.

   SPDX-License-Identifier: MIT  */

#include "soak.h"
#include "check.h"

#include <errno.h>

static cgo_chan *chans[3];	/* of capacity 0, 1, 20 */
static long sent[3], got[3];	/* sums, atomic */
static int senders, over;	/* over: atomic; who is last closes them */

void
actor_send_all (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      int i = soak_below (&r, 3);
      long v = soak_below (&r, 1000);
      int64_t until = cgo_now () + soak_below (&r, 2000) * CGO_MICROSECOND;
      int e = soak_below (&r, 2) ? cgo_chan_send_until (chans[i], &v, until)
	      : cgo_chan_try_send (chans[i], &v);
      if (e == 0)
	__atomic_fetch_add (&sent[i], v, __ATOMIC_RELAXED);
      else
	CHECK (errno == ETIMEDOUT || errno == EAGAIN);
    }
  if (__atomic_add_fetch (&over, 1, __ATOMIC_ACQ_REL) == senders)
    for (int i = 0; i < 3; i++)
      cgo_chan_close (chans[i]);
}

void
actor_receive (struct actor *a)
{
  uint64_t r = soak_seed (a);
  int open = 7;
  while (open)
    {
      soak_more (a);
      int i = soak_below (&r, 3);
      long v = 0;
      int64_t until = cgo_now () + soak_below (&r, 2000) * CGO_MICROSECOND;
      int n = cgo_chan_recv_until (chans[i], &v, until);
      CHECK (n == 0 || n == 1 || (n == -1 && errno == ETIMEDOUT));
      if (n == 1)
	__atomic_fetch_add (&got[i], v, __ATOMIC_RELAXED);
      else if (n == 0)
	open &= ~(1 << i);
    }
}

static cgo_mutex mutex = CGO_MUTEX_INIT;
static unsigned long locked, unlocked;		/* locked: by who holds the mutex */

void
actor_lock (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      int how = soak_below (&r, 3);
      int64_t until = cgo_now () + soak_below (&r, 500) * CGO_MICROSECOND;
      int e = how == 0 ? cgo_mutex_lock (&mutex)
	      : how == 1 ? cgo_mutex_lock_until (&mutex, until)
	      : cgo_mutex_trylock (&mutex);
      if (e != 0)
	continue;
      unsigned long n = locked;
      if (soak_below (&r, 8) == 0)
	cgo_gosched ();
      soak_deep (2);
      locked = n + 1;
      cgo_mutex_unlock (&mutex);
      __atomic_fetch_add (&unlocked, 1, __ATOMIC_RELAXED);
    }
}

static void
child (cgo_wg *wg, int *sum, int n)
{
  soak_deep (n);
  __atomic_fetch_add (sum, n, __ATOMIC_RELAXED);
  cgo_wg_done (wg);
  soak_done ();
}

void
actor_fan_out (struct actor *a)
{
  while (soak_more (a))
    {
      cgo_wg wg = CGO_WG_INIT;
      int sum = 0;
      cgo_wg_add (&wg, 10);
      for (int i = 0; i < 10; i++)
	{
	  soak_go_add ();
	  CHECK_EQ (cgo_go (child, &wg, &sum, i), 0);
	}
      while (cgo_wg_wait_until (&wg, cgo_now () + CGO_MILLISECOND) != 0)
	CHECK_EQ (errno, ETIMEDOUT);
      CHECK_EQ (sum, 45);
    }
}

void
actor_doze (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      int64_t until = cgo_now () + soak_below (&r, 3000) * CGO_MICROSECOND;
      CHECK_EQ (cgo_sleep_until (until), 0);
      CHECK (cgo_now () >= until);
    }
}

void
soak_wait_begin (int copies)
{
  senders = copies;
  for (int i = 0; i < 3; i++)
    chans[i] = cgo_chan_make (sizeof (long), i * i * i * 5 / 2);
}

void
soak_wait_end (void)
{
  CHECK_EQ (locked, unlocked);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (sent[i], got[i]);
}
