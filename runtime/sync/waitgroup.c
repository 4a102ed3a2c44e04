/* waitgroup.c - a count that goroutines wait for to become zero.

   The count changes without the lock, and without leaving the goroutine's stack (the quick
   ways), as long as it stays above zero.  The change that makes it zero is made under the lock,
   and so is the look of a goroutine that wants to wait: who sees zero knows that whoever made it
   so has released the lock, or does so next, and does not touch the wait group any more.  It
   may then go away, as one on the stack of main's caller does.

   Goroutines are in the queue only while the count is above zero.

   SPDX-License-Identifier: MIT  */

#include "sync/sync.h"
#include "sched/fiber.h"
#include "sched/waitq.h"

struct wg
{
  struct cgo__lock lock;
  uint32_t pad;
  _Atomic int64_t count;
  struct cgo__waitq queue;
};
_Static_assert (sizeof (struct wg) == sizeof (cgo_wg), "cgo_wg");

/* N was added to COUNT.  */
static void
check (int64_t count, int64_t n)
{
  int64_t s;
  if (CGO__UNLIKELY (__builtin_add_overflow (count, n, &s)))
    cgo__fatal ("wait group counter out of range");
  if (CGO__UNLIKELY (s < 0))
    cgo__fatal ("negative wait group counter");
}

/* Adds N to a count that is then above zero; false, and nothing done, if it would
   not be.  */
static inline bool
add_above_zero (struct wg *wg, int64_t n)
{
  int64_t count = atomic_load_explicit (&wg->count, memory_order_relaxed), s;
  do
    {
      if (CGO__UNLIKELY (__builtin_add_overflow (count, n, &s) || s <= 0))
	return false;
    }
  /* Release: what was done before cgo_wg_done is seen by who waited; pairs with
     the acquire of whoever makes or sees the count zero, through all changes in
     between, which are read-modify-writes.  */
  while (!atomic_compare_exchange_weak_explicit (&wg->count, &count, s,
						 memory_order_release,
						 memory_order_relaxed));
  return true;
}

void
cgo__wg_add (cgo_wg *group, int64_t n)
{
  struct wg *wg = (struct wg *) group;
  if (n < 0)
    cgo__tsan_release (wg);
  if (CGO__LIKELY (add_above_zero (wg, n)))
    return;
  struct cgo__waiter *all = NULL, *next;
  cgo__lock (&wg->lock);
  /* Acq_rel: as above, and what others did before theirs is passed on to those
     we wake.  */
  int64_t count = atomic_fetch_add_explicit (&wg->count, n,
					     memory_order_acq_rel);
  if (count == -n)
    all = cgo__waitq_get_all (&wg->queue);
  cgo__unlock (&wg->lock);
  check (count, n);
  cgo__waitq_disarm (all);
  for (struct cgo__waiter *w = all; w; w = next)
    {
      next = w->next;		/* w is gone once it is woken */
      cgo__fiber_acquire_for (cgo__waiter_g (w), wg);
      cgo__wake (w, 0, 0);
    }
}

bool
cgo__wg_add_quick (cgo_wg *group, int64_t n)
{
  return cgo__quick_p () && add_above_zero ((struct wg *) group, n);
}

bool
cgo__wg_done_quick (cgo_wg *group)
{
  return cgo__wg_add_quick (group, -1);
}

void
cgo__wg_done (cgo_wg *group)
{
  cgo__wg_add (group, -1);
}

static void
timeout (void *arg)
{
  struct cgo__g *g = arg;
  struct wg *wg = g->waiter.object;
  cgo__waitq_timeout (g, &wg->lock, &wg->queue);
}

static int
wait_until (struct wg *wg, int64_t deadline, const char *what)
{
  struct cgo__wait w = {
    .lock = &wg->lock, .queue = &wg->queue, .object = wg,
    .deadline = deadline, .timeout = timeout,
    .what = what, .reason = "wait group"
  };
  cgo__lock (&wg->lock);
  /* Acquire: pairs with the releases in cgo__wg_add.  */
  while (atomic_load_explicit (&wg->count, memory_order_acquire) != 0)
    if (!cgo__wait (&w))
      return -1;
  cgo__unlock (&wg->lock);
  cgo__tsan_acquire (wg);
  cgo__wait_done (&w);
  return 0;
}

int
cgo__wg_wait (cgo_wg *group)
{
  return wait_until ((struct wg *) group, INT64_MAX, "cgo_wg_wait");
}

int
cgo__wg_wait_until (cgo_wg *group, int64_t deadline)
{
  return wait_until ((struct wg *) group, deadline, "cgo_wg_wait_until");
}
