/* base.h - what every layer of the runtime stands on: named failures, raw
   system calls that leave errno alone, futex locks, the monotonic clock, and
   the settings read from the environment.

   Nothing in base knows what a goroutine is; cgo__fatal reports the running
   one through a hook that sched sets.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_BASE_H
#define CGO_BASE_H 1

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

#define CGO__LIKELY(x) __builtin_expect (!!(x), 1)
#define CGO__UNLIKELY(x) __builtin_expect (!!(x), 0)

/* Of a word that is one thread's, or under a lock, and that others look at without it, for a
   guess: these look by CGO__PEEK, and who may change it does so by CGO__POST.  Relaxed: the same
   instructions as plain loads and stores, but none is made twice or left out.  Who may change it
   reads it as any other.  */
#define CGO__PEEK(word) __atomic_load_n (&(word), __ATOMIC_RELAXED)
#define CGO__POST(word, value) __atomic_store_n (&(word), value, __ATOMIC_RELAXED)

/* ---- fatal.c ---- */

/* Exit status of every named error of the runtime, as Go's.  */
#define CGO__EXIT 2

/* `cgo: goroutine 7: MESSAGE' (without the middle part where no goroutine
   runs), then a traceback as CGOTRACEBACK asks, then _exit (CGO__EXIT), or a core dump.  */
_Noreturn void cgo__fatal (const char *fmt, ...)
  __attribute__ ((format (printf, 1, 2), cold));

/* The same without goroutine and traceback: bad environment, no memory.  */
_Noreturn void cgo__die (const char *fmt, ...)
  __attribute__ ((format (printf, 1, 2), cold));

/* Set by sched: writes "goroutine 7: " into buf (or nothing) and returns its
   length; prints the tracebacks to standard error.  */
extern int (*cgo__fatal_who) (char *buf, size_t size);
extern void (*cgo__fatal_trace) (void);

/* What cgo__fatal consists of, for reports with a shape of their own: the first
   thread that begins one goes on (true), others never return; false says that
   this thread already had begun, and its report failed.  The end prints the
   traceback and exits; the exit is what comes after that.  */
bool cgo__fatal_begin (void);
_Noreturn void cgo__fatal_end (void);
_Noreturn void cgo__fatal_exit (void);

/* Formats to standard error with one write; no malloc, no errno.  What it
   knows of printf's conversions is in format.c.  */
void cgo__print (const char *fmt, ...) __attribute__ ((format (printf, 1, 2)));

/* The N bytes at S, likewise.  */
void cgo__print_n (const char *s, size_t n);

/* ---- sys.h has the raw system calls; futex.c: ---- */

/* A lock of one word: 0 free, 1 held, 2 held and waited for.  May be taken on
   g0 and on foreign threads, never on a goroutine's stack and never in a
   signal handler.  Spins a little, then sleeps.  */
struct cgo__lock
{
  _Atomic uint32_t word;
};
void cgo__lock_slow (struct cgo__lock *);
void cgo__unlock_slow (struct cgo__lock *);

static inline void
cgo__lock (struct cgo__lock *l)
{
  uint32_t free = 0;
  /* Acquire: pairs with the release in cgo__unlock.  */
  if (CGO__UNLIKELY (!atomic_compare_exchange_strong_explicit
		     (&l->word, &free, 1, memory_order_acquire,
		      memory_order_relaxed)))
    cgo__lock_slow (l);
}

static inline void
cgo__unlock (struct cgo__lock *l)
{
  /* Release: pairs with the acquire in cgo__lock and cgo__lock_slow.  */
  if (CGO__UNLIKELY (atomic_exchange_explicit (&l->word, 0,
					       memory_order_release) == 2))
    cgo__unlock_slow (l);
}

/* A one-shot event one thread sleeps on and any thread sets.  */
struct cgo__note
{
  _Atomic uint32_t word;	/* 0 clear, 1 set */
};
void cgo__note_clear (struct cgo__note *);
void cgo__note_wake (struct cgo__note *);
/* The same in a signal handler, where ThreadSanitizer may not look (tools.h).  */
void cgo__note_wake_in_handler (struct cgo__note *);
/* How often that had to ask the kernel.  */
uint64_t cgo__wakes (void);
/* Sleeps until set or until the absolute monotonic time DEADLINE (ns;
   INT64_MAX = for ever); true if it was set.  */
bool cgo__note_sleep (struct cgo__note *, int64_t deadline);

/* CLOCK_MONOTONIC in nanoseconds.  */
int64_t cgo__nanotime (void);

/* The same as of a moment ago: what sysmon saw when it last woke, or 0 while it sleeps and
   nobody keeps it.  Relaxed, all of it: nothing is passed on with it.  */
extern _Atomic int64_t cgo__coarse;

/* For what needs no better than some ten milliseconds, and happens too often to read the
   clock each time.  */
static inline int64_t
cgo__coarsetime (void)
{
  int64_t t = atomic_load_explicit (&cgo__coarse, memory_order_relaxed);
  return CGO__LIKELY (t) ? t : cgo__nanotime ();
}

/* ---- env.c ---- */

/* Each prints what those before it print.  CRASH also ends the program by SIGABRT.  */
enum cgo__trace
{
  CGO__TRACE_NONE, CGO__TRACE_SINGLE, CGO__TRACE_ALL, CGO__TRACE_SYSTEM, CGO__TRACE_CRASH
};

struct cgo__debug
{
  int maxprocs;		/* CGOMAXPROCS */
  enum cgo__trace traceback; /* CGOTRACEBACK */
  bool stress;		/* CGODEBUG=morestack=1 */
  bool callstats;	/* CGODEBUG=callstats=1 */
  size_t chaos;		/* CGODEBUG=chaos=SEED, 0 = off */
  bool guardpage;	/* CGODEBUG=guardpage=1 */
  bool membarrier;	/* CGODEBUG=membarrier=0 clears it */
  size_t segment;	/* CGODEBUG=segment=BYTES, first segment */
  size_t g0size;	/* CGODEBUG=g0size=BYTES, 0 = the pthread default */
  size_t stacklimit;	/* CGODEBUG=stacklimit=BYTES, default 1 GiB */
  int maxthreads;	/* CGODEBUG=maxthreads=N, default 10000 */
  int threadidle;	/* CGODEBUG=threadidle=MS, default 5000 */
  int schedtrace;	/* CGODEBUG=schedtrace=MILLISECONDS, 0 = off */
};
extern struct cgo__debug cgo__debug;

/* The most that CGOMAXPROCS can be.  */
enum { CGO__MAXPROCS = 1024 };

/* Processors this process may use.  */
extern int cgo__ncpu;

/* What the quota of our control groups, below the directory ROOT, comes to in processors,
   rounded up; INT_MAX for none.  cgroup.c */
int cgo__cgroup_cpus (const char *root);

/* Reads the environment; a bad value is one line naming the variable, the
   value and what is allowed, and exit.  */
void cgo__env_init (void);

#pragma GCC visibility pop
#endif
