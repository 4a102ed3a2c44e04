/* mutex.c - a mutex between goroutines.

   One word says FREE, or LOCKED and who holds it, and with that WAITED if somebody may be in
   the queue.  Taking a free mutex and freeing one that nobody waits for are one
   compare-and-swap each, made without leaving the goroutine's stack (the quick ways).  All else is
   done under the inner lock, where a waiter adds WAITED and the holder hands the mutex on: it
   stays locked, so nobody comes in between, and the longest waiter wakes up as its holder.

   The holder is there for reports only: any goroutine may unlock.

   A mutex often stands in an object that its last user frees right after
   unlocking it.  So the compare-and-swap to FREE is the last thing an unlock does
   to the mutex; to write FREE under the inner lock, and release that lock then,
   would be one touch too many.

   SPDX-License-Identifier: MIT  */

#include "sync/sync.h"
#include "sched/proc.h"
#include "sched/waitq.h"

#include <errno.h>

enum { FREE, LOCKED = 1, WAITED = 2, HOLDER = 1 << CGO__HELD_SHIFT };

struct mutex
{
  struct cgo__lock lock;	/* guards the queue, and changes to WAITED */
  _Atomic uint32_t state;
  struct cgo__waitq queue;
};
_Static_assert (sizeof (struct mutex) == sizeof (cgo_mutex), "cgo_mutex");
_Static_assert (offsetof (struct mutex, state) == offsetof (struct cgo__held, state), "held");

static uint32_t
locked_by (const struct cgo__g *g)
{
  return (g ? (uint32_t) g->id * HOLDER : 0) | LOCKED;
}

/* Locked by the goroutine that calls, or has called the C that does.  */
static uint32_t
locked_here (void)
{
  struct cgo__m *m = __cgo_tls.m;
  return locked_by (m ? m->curg : NULL);
}

static bool
take (struct mutex *m)
{
  uint32_t state = FREE;
  /* Acquire: pairs with the release of FREE in cgo__mutex_unlock.  */
  return atomic_compare_exchange_strong_explicit (&m->state, &state, locked_here (),
						  memory_order_acquire,
						  memory_order_relaxed);
}

/* Takes the mutex, or leaves WAITED set: from then on the holder's unlock comes
   for the inner lock, which we hold.  */
static bool
take_or_announce (struct mutex *m)
{
  while (!take (m))
    {
      /* Relaxed, both: the queue is behind the inner lock.  */
      uint32_t state = atomic_load_explicit (&m->state, memory_order_relaxed);
      if ((state & WAITED)
	  || (state != FREE
	      && atomic_compare_exchange_strong_explicit (&m->state, &state, state | WAITED,
							  memory_order_relaxed,
							  memory_order_relaxed)))
	return false;
    }
  return true;
}

static void
timeout (void *arg)
{
  struct cgo__g *g = arg;
  struct mutex *m = g->waiter.object;
  cgo__waitq_timeout (g, &m->lock, &m->queue);
}

static int
lock_wait (struct mutex *m, int64_t deadline, const char *what)
{
  if (CGO__LIKELY (take (m)))
    {
      cgo__tsan_acquire (m);
      return 0;
    }
  struct cgo__wait w = {
    .lock = &m->lock, .queue = &m->queue, .object = m, .deadline = deadline,
    .timeout = timeout, .what = what, .reason = cgo__reason_mutex
  };
  cgo__lock (&m->lock);
  while (!take_or_announce (m))
    if (!cgo__wait (&w))
      return -1;
  cgo__unlock (&m->lock);
  cgo__tsan_acquire (m);
  cgo__wait_done (&w);
  return 0;
}

bool
cgo__mutex_lock_quick (cgo_mutex *m)
{
  return cgo__quick_p () && take ((struct mutex *) m);
}

int
cgo__mutex_lock (cgo_mutex *m)
{
  return lock_wait ((struct mutex *) m, INT64_MAX, "cgo_mutex_lock");
}

int
cgo__mutex_lock_until (cgo_mutex *m, int64_t deadline)
{
  return lock_wait ((struct mutex *) m, deadline, "cgo_mutex_lock_until");
}

int
cgo__mutex_trylock (cgo_mutex *m)
{
  if (take ((struct mutex *) m))
    {
      cgo__tsan_acquire (m);
      return 0;
    }
  errno = EBUSY;
  return -1;
}

/* WAITED was set.  True if somebody got the mutex; false if all have given up, and it is LOCKED
   as before.  Relaxed: it stays locked, and is ours or the waiter's; while WAITED is set nobody
   else changes it without the lock.  */
static bool
hand_on (struct mutex *m)
{
  cgo__lock (&m->lock);
  struct cgo__waiter *w = cgo__waitq_get (&m->queue);
  uint32_t state = w ? locked_by (cgo__waiter_g (w))
		     : atomic_load_explicit (&m->state, memory_order_relaxed) & ~WAITED;
  if (m->queue.head)
    state |= WAITED;
  atomic_store_explicit (&m->state, state, memory_order_relaxed);
  cgo__unlock (&m->lock);
  if (w)
    cgo__wake (w, 0, 0);
  return w != NULL;
}

/* M, in STATE, becomes FREE.  Release: pairs with the acquire in take.  */
static inline bool
set_free (struct mutex *m, uint32_t *state)
{
  return atomic_compare_exchange_strong_explicit (&m->state, state, FREE, memory_order_release,
						  memory_order_relaxed);
}

bool
cgo__mutex_unlock_quick (cgo_mutex *mutex)
{
  struct mutex *m = (struct mutex *) mutex;
  if (!cgo__quick_p ())
    return false;
  /* Relaxed: the compare-and-swap looks again.  */
  uint32_t state = atomic_load_explicit (&m->state, memory_order_relaxed);
  return (state & (LOCKED | WAITED)) == LOCKED && set_free (m, &state);
}

void
cgo__mutex_unlock (cgo_mutex *mutex)
{
  struct mutex *m = (struct mutex *) mutex;
  /* Relaxed: the compare-and-swap looks again.  */
  uint32_t state = atomic_load_explicit (&m->state, memory_order_relaxed);
  cgo__tsan_release (m);
  for (;;)
    {
      if (state == FREE)
	cgo__fatal ("unlock of an unlocked mutex");
      if (CGO__LIKELY (!(state & WAITED)))
	{
	  if (set_free (m, &state))
	    return;
	}
      else if (hand_on (m))
	return;
      else
	state = atomic_load_explicit (&m->state, memory_order_relaxed);
    }
}
