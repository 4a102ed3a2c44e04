/* callback-nested_c.c - C that keeps something in its frame while it calls back.

   SPDX-License-Identifier: MIT  */

#include "check.h"

#define DOWN(name)							\
long									\
name (long n, long (*fn) (long))					\
{									\
  volatile long kept[20];						\
  for (int i = 0; i < 20; i++)						\
    kept[i] = n * 1000 + i;						\
  long r = fn (n) + 1;							\
  for (int i = 0; i < 20; i++)						\
    CHECK_EQ (kept[i], n * 1000 + i);					\
  return r;								\
}

DOWN (c_down)
DOWN (c_down_quick)
