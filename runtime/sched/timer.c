/* timer.c - timers: one binary heap, run by sysmon.

   A timer's function is called with the heap's lock held.  So cgo__timer_stop,
   which takes the lock, returns only when the function has run or will not, and
   the function may take an object's lock and make a goroutine ready, but nobody may
   start or stop a timer while holding such an object's lock.

   Rejected: a heap on each P, as in Go.  It saves contention when many goroutines
   sleep, and costs a clock reading each time a goroutine is scheduled.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"
#include "sched/proc.h"

#include <stdlib.h>

static struct cgo__lock lock;
static struct cgo__timer **heap;	/* heap[0] is due first */
static uint32_t size, room;

/* Timers armed, or whose function has not returned.  */
static _Atomic int pending;

static void
place (struct cgo__timer *t, uint32_t i)
{
  heap[i] = t;
  t->index = i + 1;
}

static void
up (uint32_t i)
{
  struct cgo__timer *t = heap[i];
  while (i && heap[(i - 1) / 2]->when > t->when)
    {
      place (heap[(i - 1) / 2], i);
      i = (i - 1) / 2;
    }
  place (t, i);
}

static void
down (uint32_t i)
{
  struct cgo__timer *t = heap[i];
  for (;;)
    {
      uint32_t c = 2 * i + 1;
      if (c >= size)
	break;
      if (c + 1 < size && heap[c + 1]->when < heap[c]->when)
	c++;
      if (t->when <= heap[c]->when)
	break;
      place (heap[c], i);
      i = c;
    }
  place (t, i);
}

static void
take_out (struct cgo__timer *t)
{
  uint32_t i = t->index - 1;
  t->index = 0;
  struct cgo__timer *last = heap[--size];
  if (last == t)
    return;
  place (last, i);
  up (i);
  down (last->index - 1);
}

void
cgo__timer_start (struct cgo__timer *t)
{
  cgo__sysmon_need ();
  cgo__lock (&lock);
  if (size == room)
    {
      uint32_t n = room ? 2 * room : 64;
      cgo__tsan_ignore_begin ();
      void *p = realloc (heap, n * sizeof *heap);
      cgo__tsan_ignore_end ();
      if (!p)
	cgo__die ("out of memory for %u timers", n);
      heap = p;
      room = n;
    }
  /* Relaxed: cgo__checkdead reads it long after, under the scheduler's lock.  */
  atomic_fetch_add_explicit (&pending, 1, memory_order_relaxed);
  place (t, size++);
  up (size - 1);
  bool first = t->index == 1;
  cgo__unlock (&lock);
  if (first)
    cgo__sysmon_timer (t->when);
}

bool
cgo__timer_stop (struct cgo__timer *t)
{
  cgo__lock (&lock);
  bool armed = t->index != 0;
  if (armed)
    {
      take_out (t);
      atomic_fetch_sub_explicit (&pending, 1, memory_order_relaxed);
    }
  cgo__unlock (&lock);
  return armed;
}

/* In the child of a fork: they belonged to goroutines that are gone.  */
void
cgo__timers_forget (void)
{
  lock = (struct cgo__lock) { 0 };
  heap = NULL;
  size = room = 0;
  atomic_store_explicit (&pending, 0, memory_order_relaxed);
}

bool
cgo__timers_pending (void)
{
  return atomic_load_explicit (&pending, memory_order_relaxed) != 0;
}

/* Runs what is due at NOW.  Returns when the next is, INT64_MAX for never.  */
int64_t
cgo__timers_run (int64_t now)
{
  if (!cgo__timers_pending ())
    return INT64_MAX;
  cgo__lock (&lock);
  while (size && heap[0]->when <= now)
    {
      struct cgo__timer *t = heap[0];
      take_out (t);
      t->fn (t->arg);
      atomic_fetch_sub_explicit (&pending, 1, memory_order_relaxed);
    }
  int64_t next = size ? heap[0]->when : INT64_MAX;
  cgo__unlock (&lock);
  return next;
}
