/* futex.c - the slow halves of locks, and notes.

   A lock is held for a few dozen instructions, so who finds it taken spins a
   little before it asks the kernel; on a machine with one processor it does
   not, as the holder cannot be running.  Once a thread has slept on the word it
   stays 2 until it is free, so that a wakeup is never forgotten; the price is one
   needless futex call now and then.

   SPDX-License-Identifier: MIT  */

#include "base/base.h"
#include "base/sys.h"
#include "base/tools.h"

#include <errno.h>

enum { SPINS = 100 };

/* Takes the lock if it is seen free within the time a short critical section
   lasts.  */
static bool
spin (struct cgo__lock *l)
{
  for (int i = 0; i < SPINS; i++)
    {
      uint32_t free = 0;
      /* Acquire: pairs with the release in cgo__unlock.  */
      if (atomic_load_explicit (&l->word, memory_order_relaxed) == 0
	  && atomic_compare_exchange_weak_explicit (&l->word, &free, 1,
						    memory_order_acquire,
						    memory_order_relaxed))
	return true;
      cgo__cpu_relax ();
    }
  return false;
}

void
cgo__lock_slow (struct cgo__lock *l)
{
  if (cgo__ncpu > 1 && spin (l))
    return;
  /* Acquire: pairs with the release in cgo__unlock.  */
  while (atomic_exchange_explicit (&l->word, 2, memory_order_acquire) != 0)
    cgo__sys_futex_wait (&l->word, 2, NULL);
}

void
cgo__unlock_slow (struct cgo__lock *l)
{
  cgo__sys_futex_wake (&l->word, 1);
}

void
cgo__note_clear (struct cgo__note *n)
{
  /* Relaxed: only the sleeper clears, before anybody may wake it again.  */
  atomic_store_explicit (&n->word, 0, memory_order_relaxed);
}

/* Relaxed: nothing is passed on with it.  Beside the system call it costs nothing.  */
static _Atomic uint64_t wakes;

uint64_t
cgo__wakes (void)
{
  return atomic_load_explicit (&wakes, memory_order_relaxed);
}

static inline __attribute__ ((always_inline)) void
wake (struct cgo__note *n)
{
  /* Release: what the waker did is seen after cgo__note_sleep.  */
  if (atomic_exchange_explicit (&n->word, 1, memory_order_release) == 0)
    {
      atomic_fetch_add_explicit (&wakes, 1, memory_order_relaxed);
      cgo__sys_futex_wake (&n->word, 1);
    }
}

void
cgo__note_wake (struct cgo__note *n)
{
  wake (n);
}

CGO__UNCHECKED void
cgo__note_wake_in_handler (struct cgo__note *n)
{
  wake (n);
}

bool
cgo__note_sleep (struct cgo__note *n, int64_t deadline)
{
  struct timespec ts = { 0, 0 };
  if (deadline > 0)
    {
      ts.tv_sec = deadline / 1000000000;
      ts.tv_nsec = deadline % 1000000000;
    }
  /* Acquire: pairs with the release in cgo__note_wake.  */
  while (atomic_load_explicit (&n->word, memory_order_acquire) == 0)
    {
      long r = cgo__sys_futex_wait (&n->word, 0,
				    deadline == INT64_MAX ? NULL : &ts);
      if (r == -ETIMEDOUT)
	return atomic_load_explicit (&n->word, memory_order_acquire) != 0;
    }
  return true;
}
