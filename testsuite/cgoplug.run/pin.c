/* What C keeps for the thread until the counterpart is called: an owned lock, a locale, a
   value of pthread_setspecific, a signal mask.  After such a call the goroutine stays on the
   thread, whatever would move it: without that the counterpart is called on another one, which
   owns nothing, and a third goroutine finds what was left.  One that made no such call is
   moved, or this would show nothing.

   { dg-levels "-O0 -O1 -O2 -O3 -Os {-O2 -fPIC} {-O0 -fPIC}" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <threads.h>

static cgo_wg workers, others;
static _Atomic int running = 1, moved;
static pthread_mutex_t mutex, tried;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static mtx_t recursive;
static pthread_key_t key;
static tss_t c11_key;
static FILE *file;
static locale_t own;

/* Holds a P, so that who comes back from C must look for another thread.  */
static void
busy (void)
{
  while (running)
    cgo_gosched ();
  cgo_wg_done (&others);
}

/* How often it came back on another thread.  */
NOINLINE static int
wander (void)
{
  int changes = 0, before = gettid ();
  for (int i = 0; i < 60; i++)
    {
      usleep (i);
      cgo_gosched ();
      changes += gettid () != before;
      before = gettid ();
    }
  return changes;
}

static void
nothing (void)
{
  moved += wander ();
  cgo_wg_done (&workers);
}

#define STAYS(name, take, check)					\
static void								\
name (void)								\
{									\
  take;									\
  CHECK_EQ (wander (), 0);						\
  check;								\
  cgo_wg_done (&workers);						\
}

/* Of the kind that knows its owner.  */
STAYS (lock, CHECK_EQ (pthread_mutex_lock (&mutex), 0),
       CHECK_EQ (pthread_mutex_unlock (&mutex), 0))
STAYS (try, CHECK_EQ (pthread_mutex_trylock (&tried), 0),
       CHECK_EQ (pthread_mutex_unlock (&tried), 0))
STAYS (writer, CHECK_EQ (pthread_rwlock_wrlock (&rwlock), 0),
       CHECK_EQ (pthread_rwlock_wrlock (&rwlock), EDEADLK))
STAYS (c11, CHECK_EQ (mtx_lock (&recursive), thrd_success),
       CHECK_EQ (mtx_trylock (&recursive), thrd_success))
STAYS (stdio, flockfile (file), CHECK_EQ (ftrylockfile (file), 0))
STAYS (specific, CHECK_EQ (pthread_setspecific (key, &key), 0),
       CHECK (pthread_getspecific (key) == &key))
STAYS (tss, CHECK_EQ (tss_set (c11_key, &c11_key), thrd_success),
       CHECK (tss_get (c11_key) == &c11_key))
STAYS (locale, CHECK (uselocale (own) == LC_GLOBAL_LOCALE),
       CHECK (uselocale (LC_GLOBAL_LOCALE) == own))

static void
mask (void)
{
  sigset_t set, now;
  sigemptyset (&set);
  sigaddset (&set, SIGUSR1);
  CHECK_EQ (pthread_sigmask (SIG_BLOCK, &set, NULL), 0);
  CHECK_EQ (wander (), 0);
  CHECK_EQ (pthread_sigmask (SIG_BLOCK, NULL, &now), 0);
  CHECK (sigismember (&now, SIGUSR1));
  CHECK_EQ (pthread_sigmask (SIG_UNBLOCK, &set, NULL), 0);
  cgo_wg_done (&workers);
}

int
main (void)
{
  static void (*const all[]) (void)
    = { nothing, lock, try, writer, c11, stdio, specific, tss, locale, mask, nothing };
  enum { COUNT = sizeof all / sizeof *all };
  pthread_mutexattr_t check;
  pthread_mutexattr_init (&check);
  pthread_mutexattr_settype (&check, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init (&mutex, &check);
  pthread_mutex_init (&tried, &check);
  mtx_init (&recursive, mtx_plain | mtx_recursive);
  pthread_key_create (&key, NULL);
  tss_create (&c11_key, NULL);
  file = fopen ("/dev/null", "w");
  own = newlocale (LC_ALL_MASK, "C", NULL);
  cgo_wg_add (&workers, COUNT);
  cgo_wg_add (&others, 2);
  for (int i = 0; i < 2; i++)
    CHECK_EQ (cgo_go (busy), 0);
  for (int i = 0; i < COUNT; i++)
    CHECK_EQ (cgo_go (all[i]), 0);
  CHECK_EQ (cgo_wg_wait (&workers), 0);
  running = 0;
  CHECK_EQ (cgo_wg_wait (&others), 0);
  CHECK (moved > 0);
  return 0;
}
