/* A clock for tools/check-real: each reading is 0.1 ms later than the one before, from
   September 2001 on.  Included before each file of
   SQLite, whose only clock is gettimeofday.

   SPDX-License-Identifier: MIT  */

#include <sys/time.h>

static inline int
real_gettimeofday (struct timeval *now, void *zone)
{
  static long long reading = 1000000000LL * 1000000;
  long long us = __atomic_add_fetch (&reading, 100, __ATOMIC_RELAXED);

  (void) zone;
  now->tv_sec = us / 1000000;
  now->tv_usec = us % 1000000;
  return 0;
}

#define gettimeofday real_gettimeofday
