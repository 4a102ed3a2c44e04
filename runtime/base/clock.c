/* clock.c - the monotonic clock.

   clock_gettime reads it in user space (vDSO) and touches errno only when it
   fails, which for this clock it does not.  It is the clock of futex
   deadlines too.

   SPDX-License-Identifier: MIT  */

#include "base/base.h"

#include <time.h>

int64_t
cgo__nanotime (void)
{
  struct timespec ts;
  clock_gettime (CLOCK_MONOTONIC, &ts);
  return (int64_t) ts.tv_sec * 1000000000 + ts.tv_nsec;
}
