/* callback-coroutine_c.c - coroutines by libpcl.  */

#include "check.h"
#include <pcl.h>

long inner (long);
long c_round_robin (int coroutines, int rounds, long (*fn) (long));
void c_inner (void);

static long (*call) (long);
static int rounds;
static long sum;

static void
counts (void *arg)
{
  (void) arg;
  for (long n = 0; n < rounds; n++)
    {
      sum += call (n);
      co_resume ();
    }
}

static void
inner_calls (void *arg)
{
  for (long n = 0; n < 5; n++)
    CHECK_EQ (inner (*(long *) arg + n), *(long *) arg + n + 1);
}

void
c_inner (void)
{
  long n = 7;
  coroutine_t c = co_create (inner_calls, &n, NULL, 32 << 10);
  CHECK (c != NULL);
  co_call (c);
}

long
c_round_robin (int coroutines, int times, long (*fn) (long))
{
  coroutine_t all[coroutines];
  call = fn;
  rounds = times;
  sum = 0;
  co_thread_init ();
  for (int i = 0; i < coroutines; i++)
    CHECK ((all[i] = co_create (counts, NULL, NULL, 32 << 10)) != NULL);
  for (int n = 0; n < rounds; n++)
    for (int i = 0; i < coroutines; i++)
      co_call (all[i]);
  for (int i = 0; i < coroutines; i++)
    co_delete (all[i]);
  co_thread_cleanup ();
  return sum;
}
