/* chan.c - channels.

   A channel is a ring of values, a queue of receivers and a queue of senders under
   one lock.  Receivers wait only while the ring is empty, senders only while it is
   full, so at most one queue has somebody in it, and

     a send      goes to the longest waiting receiver, else into the ring
     a receive   takes from the ring, and lets the longest waiting sender put its
		 value there; with capacity 0 it takes that sender's value

   A value goes from stack to stack in one copy: the waiter's elem points into its
   goroutine's stack, which never moves.  That copy is made after the lock is
   released, for the waiter is then the waker's alone (sched/waitq.h).

   Closing takes everybody off under the lock, in one walk, and wakes them after
   it.  Waking one by one under the lock was rejected, since each would run into the
   lock; so was waking in several rounds, since the channel may be freed by the
   first that sees it closed.

   SPDX-License-Identifier: MIT  */

#include "chan/chan.h"
#include "sched/fiber.h"
#include "sched/waitq.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct cgo_chan
{
  struct cgo__lock lock;
  bool closed;
  bool notified;		/* signals are sent on it: api/notify.c */
  size_t elemsize, capacity;	/* fixed */
  size_t count;			/* values in the ring, the oldest at head */
  size_t head;
  uint32_t alive;		/* ALIVE until it is freed; behind what malloc overwrites */
  struct cgo__waitq receivers, senders;
  unsigned char ring[];
};

/* The attempts below: not now; the lock is still held.  */
enum { AGAIN = -2 };

enum { ALIVE = 0x6368616e };

/* A freed channel is found as long as malloc has its memory, and nobody else.  Relaxed, and atomic
   so that the compiler keeps a store before free.  */
static void
check (const cgo_chan *c, const char *what)
{
  if (CGO__UNLIKELY (!c))
    cgo__fatal ("%s null channel", what);
  if (CGO__UNLIKELY (CGO__PEEK (c->alive) != ALIVE))
    cgo__fatal ("%s freed channel", what);
}

cgo_chan *
cgo__chan_make (size_t elemsize, size_t capacity)
{
  size_t size;
  if (__builtin_mul_overflow (elemsize, capacity, &size)
      || __builtin_add_overflow (size, sizeof (cgo_chan), &size))
    {
      errno = EINVAL;
      return NULL;
    }
  cgo_chan *c = malloc (size);
  if (!c)
    return NULL;
  memset (c, 0, sizeof *c);
  c->elemsize = elemsize;
  c->capacity = capacity;
  c->alive = ALIVE;
  return c;
}

void
cgo__chan_free (cgo_chan *c)
{
  if (!c)
    return;
  check (c, "free of");
  cgo__lock (&c->lock);
  bool waited = c->receivers.head || c->senders.head;
  bool notified = c->notified;
  cgo__unlock (&c->lock);
  if (notified)
    cgo__fatal ("free of a channel that signals are sent on; cgo_signal_stop comes first");
  if (waited)
    cgo__fatal ("free of a channel that goroutines wait on");
  CGO__POST (c->alive, 0);
  cgo__fiber_enter ();
  free (c);
  cgo__fiber_exit ();
}

/* ---- Values ---- */

/* Either end may have no value: nothing was to be sent, nobody wants it.  */
static void
copy (void *to, const void *from, size_t size)
{
  if (to && size)
    {
      cgo__fiber_enter ();
      memcpy (to, from, size);
      cgo__fiber_exit ();
    }
}

/* From the running goroutine to W's, or back.  Each sees what the other did before.  */
static void
exchange (struct cgo__waiter *w, void *to, const void *from, size_t size)
{
  cgo__fiber_seen (cgo__waiter_g (w));
  copy (to, from, size);
}

/* What the Nth place in the ring is to ThreadSanitizer: who uses it sees what those did who
   used it before.  Without values there are no places.  */
static const void *
place (cgo_chan *c, size_t n)
{
  return c->elemsize ? c->ring + n * c->elemsize : (void *) &c->head;
}

static void
push (cgo_chan *c, const void *value)
{
  size_t at = c->head + c->count++;
  if (at >= c->capacity)
    at -= c->capacity;
  cgo__tsan_acquire (place (c, at));
  copy (c->ring + at * c->elemsize, value, c->elemsize);
  cgo__tsan_release (place (c, at));
}

static void
pop (cgo_chan *c, void *value)
{
  cgo__tsan_acquire (place (c, c->head));
  copy (value, c->ring + c->head * c->elemsize, c->elemsize);
  cgo__tsan_release (place (c, c->head));
  c->count--;
  if (++c->head == c->capacity)
    c->head = 0;
}

/* ---- Sending ---- */

/* 0; -1 with errno EPIPE; AGAIN.  The lock is held, and released unless AGAIN.  */
static int
try_send (cgo_chan *c, const void *value)
{
  size_t size = c->elemsize;
  if (c->closed)
    {
      cgo__unlock (&c->lock);
      cgo__tsan_acquire (&c->closed);
      errno = EPIPE;
      return -1;
    }
  struct cgo__waiter *w = cgo__waitq_get (&c->receivers);
  if (w)
    {
      cgo__unlock (&c->lock);
      exchange (w, w->elem, value, size);
      cgo__wake (w, 1, 0);
      return 0;
    }
  if (c->count == c->capacity)
    return AGAIN;
  push (c, value);
  cgo__unlock (&c->lock);
  return 0;
}

static void
send_timeout (void *arg)
{
  struct cgo__g *g = arg;
  cgo_chan *c = g->waiter.object;
  cgo__waitq_timeout (g, &c->lock, &c->senders);
}

static int
send_wait (cgo_chan *c, const void *value, int64_t deadline, const char *what)
{
  check (c, "send on");
  struct cgo__wait w = {
    .lock = &c->lock, .queue = &c->senders, .object = c,
    .elem = (void *) value, .deadline = deadline, .timeout = send_timeout,
    .what = what, .reason = "chan send"
  };
  int r;
  cgo__lock (&c->lock);
  while ((r = try_send (c, value)) == AGAIN)
    if (!cgo__wait (&w))
      return -1;
  cgo__wait_done (&w);
  return r;
}

int
cgo__chan_send (cgo_chan *c, const void *value)
{
  return send_wait (c, value, INT64_MAX, "cgo_chan_send");
}

int
cgo__chan_send_until (cgo_chan *c, const void *value, int64_t deadline)
{
  return send_wait (c, value, deadline, "cgo_chan_send_until");
}

int
cgo__chan_try_send (cgo_chan *c, const void *value)
{
  check (c, "send on");
  cgo__lock (&c->lock);
  int r = try_send (c, value);
  if (r != AGAIN)
    return r;
  cgo__unlock (&c->lock);
  errno = EAGAIN;
  return -1;
}

/* ---- Receiving ---- */

/* 1; 0 at the end; AGAIN.  The lock is held, and released unless AGAIN.  */
static int
try_recv (cgo_chan *c, void *value)
{
  size_t size = c->elemsize;
  if (c->count)
    {
      pop (c, value);
      struct cgo__waiter *w = cgo__waitq_get (&c->senders);
      if (w)
	{
	  cgo__fiber_seen (cgo__waiter_g (w));
	  push (c, w->elem);
	}
      cgo__unlock (&c->lock);
      if (w)
	cgo__wake (w, 0, 0);
      return 1;
    }
  struct cgo__waiter *w = cgo__waitq_get (&c->senders);
  if (w)
    {
      cgo__unlock (&c->lock);
      exchange (w, value, w->elem, size);
      cgo__wake (w, 0, 0);
      return 1;
    }
  if (!c->closed)
    return AGAIN;
  cgo__unlock (&c->lock);
  cgo__tsan_acquire (&c->closed);
  if (value)
    memset (value, 0, size);
  return 0;
}

static void
recv_timeout (void *arg)
{
  struct cgo__g *g = arg;
  cgo_chan *c = g->waiter.object;
  cgo__waitq_timeout (g, &c->lock, &c->receivers);
}

static int
recv_wait (cgo_chan *c, void *value, int64_t deadline, const char *what)
{
  check (c, "receive on");
  struct cgo__wait w = {
    .lock = &c->lock, .queue = &c->receivers, .object = c, .elem = value,
    .deadline = deadline, .timeout = recv_timeout,
    .what = what, .reason = "chan receive"
  };
  int r;
  cgo__lock (&c->lock);
  while ((r = try_recv (c, value)) == AGAIN)
    if (!cgo__wait (&w))
      return -1;
  cgo__wait_done (&w);
  return r;
}

int
cgo__chan_recv (cgo_chan *c, void *value)
{
  return recv_wait (c, value, INT64_MAX, "cgo_chan_recv");
}

int
cgo__chan_recv_until (cgo_chan *c, void *value, int64_t deadline)
{
  return recv_wait (c, value, deadline, "cgo_chan_recv_until");
}

int
cgo__chan_try_recv (cgo_chan *c, void *value)
{
  check (c, "receive on");
  cgo__lock (&c->lock);
  int r = try_recv (c, value);
  if (r != AGAIN)
    return r;
  cgo__unlock (&c->lock);
  errno = EAGAIN;
  return -1;
}

/* ---- Closing, and asking ---- */

void
cgo__chan_close (cgo_chan *c)
{
  check (c, "close of");
  cgo__lock (&c->lock);
  if (c->closed)
    {
      cgo__unlock (&c->lock);
      cgo__fatal ("close of a closed channel");
    }
  c->closed = true;
  cgo__tsan_release (&c->closed);
  size_t size = c->elemsize;
  struct cgo__waiter *receivers = cgo__waitq_get_all (&c->receivers);
  struct cgo__waiter *senders = cgo__waitq_get_all (&c->senders);
  cgo__unlock (&c->lock);
  cgo__waitq_disarm (receivers);
  cgo__waitq_disarm (senders);
  struct cgo__waiter *next;
  for (struct cgo__waiter *w = receivers; w; w = next)
    {
      next = w->next;		/* w is gone once it is woken */
      if (w->elem)
	{
	  cgo__fiber_seen (cgo__waiter_g (w));
	  memset (w->elem, 0, size);
	}
      cgo__wake (w, 0, 0);
    }
  for (struct cgo__waiter *w = senders; w; w = next)
    {
      next = w->next;
      cgo__wake (w, -1, EPIPE);
    }
}

size_t
cgo__chan_len (const cgo_chan *c)
{
  check (c, "length of");
  cgo_chan *own = (cgo_chan *) c;	/* made by us, not const */
  cgo__lock (&own->lock);
  size_t n = own->count;
  cgo__unlock (&own->lock);
  return n;
}

size_t
cgo__chan_cap (const cgo_chan *c)
{
  check (c, "capacity of");
  return c->capacity;
}

size_t
cgo__chan_elemsize (const cgo_chan *c)
{
  check (c, "signals on");
  return c->elemsize;
}

void
cgo__chan_set_notified (cgo_chan *c, bool notified)
{
  cgo__lock (&c->lock);
  c->notified = notified;
  cgo__unlock (&c->lock);
}
