/* waitq.h - queues of waiting goroutines, and the one way into them and out.

   An object that goroutines wait for (a channel, a mutex, a wait group) has a
   lock and a queue of waiters, longest first.  A call that may wait looks like
   this, with sched.h's rules for deadlines inside cgo__wait:

     struct cgo__wait w = { ... };
     lock
     while (! what the call is for can be done)
       if (!cgo__wait (&w))
	 return -1;				the deadline came
     do it; unlock
     cgo__wait_done (&w);

   cgo__wait returns at most once with true, after it has armed the deadline with
   the lock released.  Otherwise the goroutine is parked in it and the call is over
   as far as this code goes: whoever can do what was waited for takes the waiter
   off, does it on the waiter's behalf (a value goes straight to or from
   waiter->elem, a mutex stays locked), and says with cgo__wake what the call
   returns.  So a goroutine that was woken has nothing to compete for.

   Once a waiter is off its queue it is the waker's alone, although a timer may
   still look at its `queued'.  The object is not touched after its lock is
   released: the waiter may be the last to use it.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_WAITQ_H
#define CGO_WAITQ_H 1

#include "sched/sched.h"

#pragma GCC visibility push(hidden)

/* Guarded by the object's lock.  All zero when empty.  */
struct cgo__waitq
{
  struct cgo__waiter *head, *tail;
};

static inline void
cgo__waitq_put (struct cgo__waitq *q, struct cgo__waiter *w)
{
  w->next = NULL;
  w->prev = q->tail;
  if (q->tail)
    q->tail->next = w;
  else
    q->head = w;
  q->tail = w;
  CGO__POST (w->queue, q);
  CGO__POST (w->queued, true);
}

static inline void
cgo__waitq_remove (struct cgo__waitq *q, struct cgo__waiter *w)
{
  if (w->prev)
    w->prev->next = w->next;
  else
    q->head = w->next;
  if (w->next)
    w->next->prev = w->prev;
  else
    q->tail = w->prev;
  CGO__POST (w->queued, false);
}

/* The longest waiter, off the queue; null if there is none.  */
static inline struct cgo__waiter *
cgo__waitq_get (struct cgo__waitq *q)
{
  struct cgo__waiter *w = q->head;
  if (w)
    cgo__waitq_remove (q, w);
  return w;
}

/* All of them, linked by next.  Before the first is woken, cgo__waitq_disarm.  */
static inline struct cgo__waiter *
cgo__waitq_get_all (struct cgo__waitq *q)
{
  struct cgo__waiter *all = q->head;
  for (struct cgo__waiter *w = all; w; w = w->next)
    CGO__POST (w->queued, false);
  q->head = q->tail = NULL;
  return all;
}

/* How a mutex begins, or what else one goroutine at a time holds.  All bits of the state from
   CGO__HELD_SHIFT are the low ones of its holder's number; 0: no goroutine's.  So reports know
   for whom others wait (waits.c), and taking one costs no store more.  After a thousand million
   goroutines two that are alive may have the same bits, and a report name the wrong one.  */
enum { CGO__HELD_SHIFT = 2, CGO__HELD_BITS = 32 - CGO__HELD_SHIFT };
struct cgo__held
{
  struct cgo__lock lock;
  _Atomic uint32_t state;
};

/* The reason of who waits for one of those; to be compared by its address.  */
extern const char cgo__reason_mutex[];

/* What a call waits for.  */
struct cgo__wait
{
  struct cgo__lock *lock;	/* the object's */
  struct cgo__waitq *queue;	/* likewise */
  void *object;
  void *elem;
  int64_t deadline;
  void (*timeout) (void *);	/* finds lock and queue again for
				   cgo__waitq_timeout */
  const char *what;		/* the public function, for messages */
  const char *reason;
  struct cgo__g *armed;		/* the goroutine, once its deadline is armed */
};

/* W->lock is held and the call cannot go on.  True: try again, the lock is held.
   False: the lock is released, and the call is to return -1 at once: errno is ETIMEDOUT, or the
   goroutine is parked, and that is not what it returns.  */
bool cgo__wait (struct cgo__wait *w);

/* The call is done without having been parked.  No lock held.  */
static inline void
cgo__wait_done (struct cgo__wait *w)
{
  if (CGO__UNLIKELY (w->armed != NULL))
    cgo__deadline_disarm (w->armed);
}

/* The call that W, off its queue, waits in returns RET, with errno ERR if not 0.
   No lock held.  */
static inline void
cgo__wake (struct cgo__waiter *w, intptr_t ret, int err)
{
  cgo__deadline_disarm (cgo__waiter_g (w));
  cgo__ready (cgo__waiter_g (w), ret, err);
}

/* Of waiters that were taken off together: the first that is woken may free the
   object, whose lock the timers of the others would take.  No lock held.  */
static inline void
cgo__waitq_disarm (struct cgo__waiter *all)
{
  for (struct cgo__waiter *w = all; w; w = w->next)
    cgo__deadline_disarm (cgo__waiter_g (w));
}

/* The body of every timeout function.  */
void cgo__waitq_timeout (struct cgo__g *g, struct cgo__lock *lock,
			 struct cgo__waitq *queue);

#pragma GCC visibility pop
#endif
