/* A thread without a P starts goroutines, which end on Ps: what those give back is for the thread,
   too.  Else each goroutine is new memory, for ever: 4 KiB and more times COUNT * EACH.  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <unistd.h>

enum { COUNT = 400, EACH = 50, WARM = 40, LIMIT_KB = 32 << 10 };

static _Atomic long done;

static void
nothing (void)
{
  atomic_fetch_add (&done, 1);
}

static long
most_kb (void)
{
  struct rusage u;
  CHECK_EQ (getrusage (RUSAGE_SELF, &u), 0);
  return u.ru_maxrss;
}

static void *
producer (void *unused)
{
  long before = 0, want = 0;
  for (int i = 0; i < COUNT; i++)
    {
      if (i == WARM)
	before = most_kb ();
      for (int j = 0; j < EACH; j++)
	CHECK_EQ (cgo_go (nothing), 0);
      want += EACH;
      while (atomic_load (&done) < want)
	usleep (20);
    }
  CHECK (most_kb () - before < LIMIT_KB);
  return unused;
}

int
main (void)
{
  pthread_t t;
  CHECK_EQ (pthread_create (&t, NULL, producer, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
  return 0;
}
