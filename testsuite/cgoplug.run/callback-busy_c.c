/* callback-busy_c.c - calls back every few microseconds, for five seconds at most.  */

#include <time.h>

int c_until (int (*fn) (void), int n);

static double
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int
c_until (int (*fn) (void), int n)
{
  double end = now () + 5;
  int got;
  while ((got = fn ()) < n && now () < end)
    for (volatile int i = 0; i < 500; i++)
      ;
  return got;
}
