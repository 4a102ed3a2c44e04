/* unwind_c.c - C below and between goroutine frames.

   SPDX-License-Identifier: MIT  */

#include "unwind-count.h"

int
c_frames (void)
{
  void *pc[1024];
  return count_deep (pc, backtrace (pc, 1024));
}

int
c_through (int (*fn) (void))
{
  int n = fn ();
  __asm__ volatile ("" : "+r" (n));
  return n;
}
