/* C that calls a function of a context.  */

#include "check.h"
#include <pthread.h>
#include <stdint.h>

typedef double many (long, double, long, double, long, long, long, long, long, long double, int);

static void *called;
static long count;

/* How many results were wrong.  */
long
c_calls (void *fn, long times)
{
  long wrong = 0;
  for (long i = 0; i < times; i++)
    {
      wrong += ((many *) fn) (1, 2, 3, 4, 5, 6, 7, 8, i, 10, 11) != 425 + 9 * i;
      wrong += guard_slot () != 0;
    }
  return wrong;
}

long
c_calls_nonblocking (void *fn, long times)
{
  return c_calls (fn, times);
}

static void *
thread (void *arg)
{
  (void) arg;
  return (void *) c_calls (called, count);
}

long
c_threads (void *fn, long threads, long times)
{
  pthread_t t[threads];
  long wrong = 0;
  void *result;
  called = fn;
  count = times;
  for (long i = 0; i < threads; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, NULL), 0);
  for (long i = 0; i < threads; i++)
    {
      pthread_join (t[i], &result);
      wrong += (intptr_t) result;
    }
  return wrong;
}
