/* sleep.c - cgo_now and cgo_sleep.

   A sleeper is a goroutine that nothing but its own timer wakes, so its lock only
   keeps the timer from readying it before it has parked.  The lock is the goroutine's
   own: one for all sleepers would stay held in the child of a fork.

   SPDX-License-Identifier: MIT  */

#include "api/api.h"

#include <errno.h>

int64_t
cgo__now (void)
{
  return cgo__nanotime ();
}

static void
wake (void *arg)
{
  struct cgo__g *g = arg;
  cgo__lock (&g->sleeplock);
  g->waiter.timedout = true;
  bool parked = g->waiter.queued;
  CGO__POST (g->waiter.queued, false);
  cgo__unlock (&g->sleeplock);
  if (parked)
    cgo__ready (g, 0, 0);
}

int
cgo__sleep_until (int64_t deadline)
{
  struct cgo__g *g = cgo__api_g ("cgo_sleep");
  if (deadline <= cgo__nanotime ())
    {
      g->ret = 0;
      cgo__yield_api (g, false);
      return 0;
    }
  if (deadline != INT64_MAX)
    cgo__deadline_arm (g, deadline, wake);
  cgo__lock (&g->sleeplock);
  if (deadline != INT64_MAX && g->waiter.timedout)
    {
      cgo__unlock (&g->sleeplock);
      return 0;
    }
  CGO__POST (g->waiter.queue, NULL);
  CGO__POST (g->waiter.queued, true);
  cgo__park (g, "sleep", &g->sleeplock);
  return 0;
}

int
cgo__sleep (int64_t ns)
{
  int64_t now = cgo__nanotime ();
  if (ns < 0)
    ns = 0;
  return cgo__sleep_until (ns > INT64_MAX - now ? INT64_MAX : now + ns);
}
