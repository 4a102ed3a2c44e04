/* callback_c.c - C that calls back.

   SPDX-License-Identifier: MIT  */

#include "check.h"

#define CALLER(name)							\
long									\
name (long (*fn) (long), long n, int times)				\
{									\
  long sum = 0;								\
  CHECK (guard_slot () == 0);						\
  while (times-- > 0)							\
    sum += fn (n);							\
  CHECK (guard_slot () == 0);						\
  return sum;								\
}

CALLER (c_call)
CALLER (c_call_quick)
CALLER (c_call_blocking)
