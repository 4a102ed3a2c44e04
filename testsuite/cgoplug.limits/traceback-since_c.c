/* traceback-since_c.c - a clock that jumps, in front of libc's.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void c_jump (int seconds);

static _Atomic int ahead;

int
clock_gettime (clockid_t clock, struct timespec *t)
{
  int r = syscall (SYS_clock_gettime, clock, t);
  t->tv_sec += ahead;
  return r;
}

void
c_jump (int seconds)
{
  ahead += seconds;
}
