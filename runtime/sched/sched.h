/* sched.h - goroutines (G), threads (M) and processors (P), and the interface
   the sync and chan layers park and ready goroutines with.

   All code behind this header is ordinary C on a system stack: a cgo_ function
   of the public API is a stub in arch that switches to g0 and calls its cgo__
   implementation there (arch/x86_64/api.S), unless a quick way of sync/ was enough.
   The caller's registers are on its own stack before the implementation runs, so an
   implementation that must wait just records the goroutine somewhere, calls cgo__park,
   and returns, whatever value: the stub goes on with another goroutine.  Who wakes
   this one also says what its call returns.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SCHED_H
#define CGO_SCHED_H 1

#include <pthread.h>
#include <unwind.h>
#include "base/base.h"
#include "stack/stack.h"
#include "cgo/abi.h"

#pragma GCC visibility push(hidden)

struct cgo__async;
struct cgo__block;
struct cgo__fiber;
struct cgo__g;
struct cgo__m;
struct cgo__p;
struct cgo__waitq;

/* Who may change g->status: the M that runs the goroutine (RUNNING to any),
   the caller of cgo__ready (WAITING to RUNNABLE), and the M that takes it off a
   queue (RUNNABLE to RUNNING).  */
enum cgo__status
{
  CGO__IDLE,		/* on a free list */
  CGO__RUNNABLE,	/* on a run queue */
  CGO__RUNNING,		/* an M runs it, or it is in C on that M */
  CGO__WAITING,		/* parked; g->reason says in what */
  CGO__DEAD
};

/* A timer: FN (ARG) is called once at or after WHEN on sysmon, on a system
   stack, with timers.lock held: it may take an object's lock and call
   cgo__ready, nothing more.  So never call cgo__timer_* while holding a lock
   that a timer function takes.  */
struct cgo__timer
{
  int64_t when;			/* absolute monotonic nanoseconds */
  void (*fn) (void *);
  void *arg;
  uint32_t index;		/* place in the heap + 1, 0 = not armed */
};
void cgo__timer_start (struct cgo__timer *);
/* After this returns FN does not run and will not.  True if it was armed.  */
bool cgo__timer_stop (struct cgo__timer *);

/* What a goroutine waits with; one a goroutine is enough, there is one thing it
   can wait for.  The queue's lock guards it, but `timedout'.  */
struct cgo__waiter
{
  struct cgo__waiter *next, *prev;
  void *object;			/* the channel, mutex, ... */
  void *elem;			/* the value to send or the place to receive */
  struct cgo__waitq *queue;	/* where it was queued last, for fork.c */
  bool queued;
  bool timedout;		/* set by the timer function under the object's lock */
};

enum { CGO__NAME_MAX = 63 };

/* What the C++ ABI keeps for each thread (sched/eh.c).  */
struct cgo__eh
{
  void *caught;
  unsigned uncaught;
};

/* What a goroutine that starts, runs and ends needs comes first, in as few lines of the cache as
   there can be: most of what a short one costs is memory that was not at hand.  */
struct cgo__g
{
  /* Offsets known to the assembly: cgo/abi.h.  */
  struct cgo__seg *seg;
  uintptr_t sp;
  intptr_t ret;
  struct cgo__ctx *ctx;
  uint32_t pinned;

  _Atomic uint32_t status;	/* enum cgo__status */
  struct cgo__m *m;		/* while RUNNING */
  struct cgo__m *lockedm;	/* the only M that may run it, or null */
  struct cgo__g *schedlink;	/* run queue or free list */

  /* The next line.  */
  uint32_t locks;		/* cgo_lock_os_thread calls not undone */
  int err;			/* errno while it does not run */
  uint32_t mxcsr;		/* likewise */
  uint16_t fcw;
  bool foreign;			/* belongs to a bound foreign thread */
  bool settled;			/* border.c: its borders stay where they are */
  struct cgo__async *async;	/* ctx is null, and a signal stopped it; or null */
  struct cgo__block *blocks;	/* of alloca, newest first */
  struct cgo__fiber *fiber;	/* fiber.c; null without ThreadSanitizer */
  const char *reason;		/* "chan receive", ... while WAITING */
  size_t stack;			/* bytes in all its segments and blocks */
  uint64_t id;

  /* The third; up to `name' for reports.  */
  void (*fn) (void);		/* what it was started with */
  uint64_t parent;		/* the goroutine that started it; 0: a system stack */
  uintptr_t creator;		/* where that called cgo_go, or 0 */
  int64_t since;		/* when it began to wait, about: cgo__coarsetime */
  char *name;			/* cgo_goname, of at most CGO__NAME_MAX bytes, or null */
  struct cgo__eh eh;
  __pthread_unwind_buf_t *cleanups; /* goexit.c: handlers that have to run while the stack */
  struct _Unwind_Exception exiting; /* unwinds, and what does it */

  uint32_t crossings;		/* border.c: why the border was moved */
  struct cgo__lock sleeplock;	/* the object's lock of cgo_sleep */
  union
  {
    struct cgo__waiter waiter;
    struct cgo__g *nextlist;	/* dead, and first of a list: gfree.c */
  };
  struct cgo__timer timer;
  struct cgo__g *allnext;	/* every G there ever was; never changes */
} __attribute__ ((aligned (64)));
_Static_assert (offsetof (struct cgo__g, locks) == 64 && offsetof (struct cgo__g, fn) == 128,
		"lines");

/* Whose W is.  */
static inline struct cgo__g *
cgo__waiter_g (struct cgo__waiter *w)
{
  return (struct cgo__g *) ((char *) w - offsetof (struct cgo__g, waiter));
}

CGO__ASSERT_OFFSET (struct cgo__g, seg, CGO_G_SEG);
CGO__ASSERT_OFFSET (struct cgo__g, sp, CGO_G_SP);
CGO__ASSERT_OFFSET (struct cgo__g, ret, CGO_G_RET);
CGO__ASSERT_OFFSET (struct cgo__g, ctx, CGO_G_CTX);
CGO__ASSERT_OFFSET (struct cgo__g, pinned, CGO_G_PINNED);

/* ---- What sync and chan use ------------------------------------------ */

/* The goroutine whose API call this is.  On a system stack (foreign thread, a
   comparator under qsort, a signal handler) there is none: a named error
   `WHAT would park on a system stack'.  */
struct cgo__g *cgo__api_g (const char *what);

/* The same, but null instead of the error.  */
struct cgo__g *cgo__api_g_or_null (void);

/* Ends the API call of g, which is the running goroutine, by waiting.  Releases
   *lock (if not null) once g may be readied, and from then on does not touch g; nor may the
   caller, who returns at once.  What the call returns is what cgo__ready says.  REASON is for
   reports.  */
void cgo__park (struct cgo__g *g, const char *reason, struct cgo__lock *lock);

/* Makes waiting g runnable; its API call returns RET, with errno ERR if ERR is
   not 0.  Any thread, no lock of sched held; the object's own lock may be.  */
void cgo__ready (struct cgo__g *g, intptr_t ret, int err);

/* cgo__park with a deadline.  In this order, so that the timer and the waker
   cannot miss each other:

     lock; try; if it can be done at once, do it
     if (deadline has passed) { unlock; errno = ETIMEDOUT; return -1; }
     if (deadline != INT64_MAX) {
       unlock; cgo__deadline_arm (g, deadline, fn, object);
       lock; try again (success: unlock, cgo__deadline_disarm (g), return);
       if (g->waiter.timedout) { unlock; cgo__deadline_disarm; ETIMEDOUT }
     }
     queue g->waiter; cgo__park (g, reason, &lock);

   fn (g) takes the object's lock; sets timedout; if g->waiter.queued takes
   it off the queue, unlocks and calls cgo__ready (g, -1, ETIMEDOUT).
   The waker takes the waiter off the queue under the lock, unlocks, calls
   cgo__deadline_disarm (g), then cgo__ready.  */
void cgo__deadline_arm (struct cgo__g *g, int64_t deadline, void (*fn) (void *));
static inline void
cgo__deadline_disarm (struct cgo__g *g)
{
  if (g->timer.fn)
    {
      cgo__timer_stop (&g->timer);
      g->timer.fn = NULL;
    }
}

#pragma GCC visibility pop
#endif
