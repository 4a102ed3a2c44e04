/* clock.c - the monotonic clock.

   clock_gettime reads it in user space (vDSO) and touches errno only when it
   fails, which for this clock it does not.  It is the clock of futex
   deadlines too.

   Reading it costs some twenty nanoseconds, which is a good part of a goroutine's way to
   sleep.  When that was need only be known in seconds, so it takes sysmon's last look at
   the clock.  Sysmon looks at least every 10 ms while goroutines run, and puts 0 there before
   it sleeps for longer: the few that stop meanwhile look themselves.  Rejected: the time stamp
   counter, which costs as much as the clock; and, as Go does, a time that is set when
   somebody passes by, since nobody does here, there is no collector.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"

#include <time.h>

_Atomic int64_t cgo__coarse;

int64_t
cgo__nanotime (void)
{
  struct timespec ts;
  cgo__tsan_ignore_begin ();
  clock_gettime (CLOCK_MONOTONIC, &ts);
  cgo__tsan_ignore_end ();
  return (int64_t) ts.tv_sec * 1000000000 + ts.tv_nsec;
}
