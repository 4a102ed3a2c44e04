/* runq.c - the run queues: one a P, and the global one.

   A P's queue is a ring of 1024.  Its owner puts at the tail and takes at the
   head; thieves take half from the head.  So the tail has one writer, and the
   head is moved by compare-and-swap by whoever takes.  `runnext' is one more
   slot, for the goroutine that was made ready last: it runs next and shares the
   time slice, which keeps a channel's two ends on one core.  With a slice of its own
   two goroutines that wake each other would go on for ever, and the ring starve.

   When the ring is full half of it goes to the global queue.

   With a single P there are no thieves: only an M that has a P steals, and all others just
   look.  Then loads and stores do what else takes exchanges, each as dear as all the rest of
   a put or a get.  The number of Ps changes while the world is stopped.

   SPDX-License-Identifier: MIT  */

#include "sched/chaos.h"

/* Moves half of a full ring, and G, to the global queue.  False if a thief was
   faster and there is room again.  */
static bool
put_slow (struct cgo__p *p, struct cgo__g *g, uint32_t head, uint32_t tail)
{
  struct cgo__g *batch[CGO__RUNQ / 2 + 1];
  uint32_t n = (tail - head) / 2;
  for (uint32_t i = 0; i < n; i++)
    batch[i] = atomic_load_explicit (&p->runq[(head + i) % CGO__RUNQ],
				     memory_order_relaxed);
  /* Release: commits our reads of the slots before they may be overwritten;
     pairs with the acquire load of head in put_tail.  */
  if (!atomic_compare_exchange_strong_explicit (&p->head, &head, head + n,
						memory_order_release,
						memory_order_relaxed))
    return false;
  batch[n++] = g;
  cgo__lock (&cgo__sched.lock);
  for (uint32_t i = 0; i < n; i++)
    cgo__globrunq_put (batch[i]);
  cgo__unlock (&cgo__sched.lock);
  return true;
}

static void put_full (struct cgo__p *, struct cgo__g *);

static inline void
put_tail (struct cgo__p *p, struct cgo__g *g)
{
  /* Acquire: pairs with the release of takers, so that the slot we write
     has been read.  */
  uint32_t head = atomic_load_explicit (&p->head, memory_order_acquire);
  uint32_t tail = atomic_load_explicit (&p->tail, memory_order_relaxed);
  if (CGO__UNLIKELY (tail - head == CGO__RUNQ))
    {
      put_full (p, g);
      return;
    }
  atomic_store_explicit (&p->runq[tail % CGO__RUNQ], g, memory_order_relaxed);
  /* Release: thieves' acquire of tail sees the slot.  */
  atomic_store_explicit (&p->tail, tail + 1, memory_order_release);
}

/* The ring was full.  Acquire, relaxed: as above.  */
__attribute__ ((cold, noinline)) static void
put_full (struct cgo__p *p, struct cgo__g *g)
{
  uint32_t head = atomic_load_explicit (&p->head, memory_order_acquire);
  uint32_t tail = atomic_load_explicit (&p->tail, memory_order_relaxed);
  if (tail - head < CGO__RUNQ || !put_slow (p, g, head, tail))
    put_tail (p, g);
}

static inline bool
alone (void)
{
  return CGO__LIKELY (cgo__np () == 1);
}

/* Puts G, or nothing, into the slot of P; what was there.  */
static inline struct cgo__g *
swap_runnext (struct cgo__p *p, struct cgo__g *g)
{
  /* Acq_rel: pairs with the exchanges of the owner and of thieves: a thief that finds G has
     seen all before, and if it finds null, too.  */
  if (!alone ())
    return atomic_exchange_explicit (&p->runnext, g, memory_order_acq_rel);
  /* Relaxed: it is ours.  Release: for cgo__runq_empty.  */
  struct cgo__g *old = atomic_load_explicit (&p->runnext, memory_order_relaxed);
  atomic_store_explicit (&p->runnext, g, memory_order_release);
  return old;
}

void
cgo__runq_put (struct cgo__p *p, struct cgo__g *g, bool next)
{
  if (next)
    g = swap_runnext (p, g);	/* what is kicked out goes to the tail */
  if (g)
    put_tail (p, g);
}

/* The ring begins at NEW instead of OLD.  False if a thief was faster.  */
static inline bool
move_head (struct cgo__p *p, uint32_t old, uint32_t new)
{
  /* Release: pairs with the acquire of head in put_tail, whose caller then may write over the
     slots that were read.  */
  if (!alone ())
    return atomic_compare_exchange_strong_explicit (&p->head, &old, new, memory_order_release,
						    memory_order_relaxed);
  atomic_store_explicit (&p->head, new, memory_order_release);
  return true;
}

static inline struct cgo__g *
take_head (struct cgo__p *p)
{
  for (;;)
    {
      /* Acquire: pairs with the thieves' release of head.  */
      uint32_t head = atomic_load_explicit (&p->head, memory_order_acquire);
      uint32_t tail = atomic_load_explicit (&p->tail, memory_order_relaxed);
      if (head == tail)
	return NULL;
      struct cgo__g *g = atomic_load_explicit (&p->runq[head % CGO__RUNQ],
					       memory_order_relaxed);
      if (move_head (p, head, head + 1))
	return g;
    }
}

/* In the chaos mode, at times: one from the middle of the ring; those before it go to its end.  */
__attribute__ ((cold, noinline)) static struct cgo__g *
take_any (struct cgo__p *p)
{
  if (!cgo__chaos (4))
    return NULL;
  struct cgo__g *g = take_head (p);
  for (unsigned skip = cgo__chaos_below (4); g && skip; skip--)
    {
      put_tail (p, g);
      g = take_head (p);
    }
  return g;
}

struct cgo__g *
cgo__runq_get (struct cgo__p *p, bool *shares)
{
  if (CGO__UNLIKELY (cgo__debug.chaos))
    {
      struct cgo__g *g = take_any (p);
      if (g)
	return g;
    }
  /* Relaxed: a hint.  */
  if (atomic_load_explicit (&p->runnext, memory_order_relaxed))
    {
      struct cgo__g *g = swap_runnext (p, NULL);
      if (g)
	{
	  *shares = true;
	  return g;
	}
    }
  return take_head (p);
}

bool
cgo__runq_empty (struct cgo__p *p)
{
  /* A goroutine kicked out of runnext is in the ring a moment later, so head
     and tail are read before and after it.  Acquire: as above.  */
  for (;;)
    {
      uint32_t head = atomic_load_explicit (&p->head, memory_order_acquire);
      uint32_t tail = atomic_load_explicit (&p->tail, memory_order_acquire);
      void *next = atomic_load_explicit (&p->runnext, memory_order_acquire);
      if (tail == atomic_load_explicit (&p->tail, memory_order_acquire))
	return head == tail && !next;
    }
}

/* Takes half of FROM's ring into slots of TO that TO's thieves do not see yet;
   returns how many.  */
static uint32_t
grab (struct cgo__p *to, struct cgo__p *from, uint32_t at)
{
  for (;;)
    {
      /* Acquire: tail is read after it, or it could be older.  */
      uint32_t head = atomic_load_explicit (&from->head, memory_order_acquire);
      /* Acquire: pairs with the owner's release of tail.  */
      uint32_t tail = atomic_load_explicit (&from->tail, memory_order_acquire);
      uint32_t n = tail - head;
      n -= n / 2;
      if (!n)
	return 0;
      if (n > CGO__RUNQ / 2)	/* head and tail were read apart */
	continue;
      for (uint32_t i = 0; i < n; i++)
	{
	  struct cgo__g *g = atomic_load_explicit
	    (&from->runq[(head + i) % CGO__RUNQ], memory_order_relaxed);
	  atomic_store_explicit (&to->runq[(at + i) % CGO__RUNQ], g,
				 memory_order_relaxed);
	}
      /* Release: as in cgo__runq_get.  */
      if (atomic_compare_exchange_strong_explicit (&from->head, &head, head + n,
						   memory_order_release,
						   memory_order_relaxed))
	return n;
    }
}

/* TO's ring is empty and its owner calls.  RUNNEXT: take even what FROM is about
   to run.  */
struct cgo__g *
cgo__runq_steal (struct cgo__p *to, struct cgo__p *from, bool runnext)
{
  uint32_t tail = atomic_load_explicit (&to->tail, memory_order_relaxed);
  uint32_t n = grab (to, from, tail);
  /* Acquire and release: as in cgo__runq_get.  */
  if (!n)
    return runnext ? atomic_exchange_explicit (&from->runnext, NULL,
					       memory_order_acq_rel) : NULL;
  n--;
  struct cgo__g *g = atomic_load_explicit (&to->runq[(tail + n) % CGO__RUNQ],
					   memory_order_relaxed);
  /* Release: pairs with the acquire of tail in grab.  */
  if (n)
    atomic_store_explicit (&to->tail, tail + n, memory_order_release);
  return g;
}

/* All of P's, in the order in which it would have run them.  Nobody has P, so nobody
   steals from it either: relaxed.  */
void
cgo__runq_to_global (struct cgo__p *p)
{
  struct cgo__g *g = atomic_exchange_explicit (&p->runnext, NULL, memory_order_relaxed);
  uint32_t head = atomic_load_explicit (&p->head, memory_order_relaxed);
  uint32_t tail = atomic_load_explicit (&p->tail, memory_order_relaxed);
  cgo__lock (&cgo__sched.lock);
  if (g)
    cgo__globrunq_put (g);
  for (; head != tail; head++)
    cgo__globrunq_put (atomic_load_explicit (&p->runq[head % CGO__RUNQ],
					     memory_order_relaxed));
  cgo__unlock (&cgo__sched.lock);
  atomic_store_explicit (&p->head, head, memory_order_relaxed);
}

void
cgo__globrunq_put (struct cgo__g *g)
{
  struct cgo__gqueue *q = &cgo__sched.runq;
  g->schedlink = NULL;
  if (q->tail)
    q->tail->schedlink = g;
  else
    q->head = g;
  q->tail = g;
  /* Relaxed: a hint; whoever must know takes the lock.  */
  atomic_store_explicit (&cgo__sched.runqsize, ++q->n, memory_order_relaxed);
  cgo__sysmon_wake ();
}

static struct cgo__g *
globrunq_pop (void)
{
  struct cgo__gqueue *q = &cgo__sched.runq;
  struct cgo__g *g = q->head;
  q->head = g->schedlink;
  if (!q->head)
    q->tail = NULL;
  atomic_store_explicit (&cgo__sched.runqsize, --q->n, memory_order_relaxed);
  return g;
}

/* One to run, and up to MAX - 1 more onto P's ring: its share.  */
struct cgo__g *
cgo__globrunq_get (struct cgo__p *p, uint32_t max)
{
  uint32_t n = cgo__sched.runq.n;
  if (!n)
    return NULL;
  n = n / cgo__np () + 1;
  if (n > cgo__sched.runq.n)
    n = cgo__sched.runq.n;
  if (max && n > max)
    n = max;
  if (n > CGO__RUNQ / 2)
    n = CGO__RUNQ / 2;
  struct cgo__g *g = globrunq_pop ();
  /* The ring is empty enough, for we are called with it empty, or for one.  */
  while (--n)
    put_tail (p, globrunq_pop ());
  return g;
}
