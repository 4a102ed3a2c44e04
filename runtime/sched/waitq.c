/* waitq.c - waiting with a deadline, the same for every object: waitq.h.

   A timer's function takes the object's lock, so a deadline is armed and disarmed
   with that lock released; what happened meanwhile is found by trying again.

   SPDX-License-Identifier: MIT  */

#include "sched/waitq.h"

#include <errno.h>

const char cgo__reason_mutex[] = "mutex lock";

static bool
timed_out (struct cgo__wait *w)
{
  cgo__unlock (w->lock);
  cgo__wait_done (w);
  errno = ETIMEDOUT;
  return false;
}

bool
cgo__wait (struct cgo__wait *w)
{
  struct cgo__g *g = w->armed;
  bool timed = w->deadline != INT64_MAX;
  if (timed && (g ? g->waiter.timedout : w->deadline <= cgo__nanotime ()))
    return timed_out (w);
  if (!g)
    {
      g = cgo__api_g (w->what);
      CGO__POST (g->waiter.object, w->object);
      g->waiter.elem = w->elem;
      if (timed)
	{
	  cgo__unlock (w->lock);
	  cgo__deadline_arm (g, w->deadline, w->timeout);
	  w->armed = g;
	  cgo__lock (w->lock);
	  return true;
	}
    }
  cgo__waitq_put (w->queue, &g->waiter);
  cgo__park (g, w->reason, w->lock);
  return false;
}

void
cgo__waitq_timeout (struct cgo__g *g, struct cgo__lock *lock,
		    struct cgo__waitq *queue)
{
  cgo__lock (lock);
  g->waiter.timedout = true;
  bool waits = g->waiter.queued;
  if (waits)
    {
      cgo__waitq_remove (queue, &g->waiter);
      g->timer.fn = NULL;	/* nobody need stop it any more */
    }
  cgo__unlock (lock);
  if (waits)
    cgo__ready (g, -1, ETIMEDOUT);
}
