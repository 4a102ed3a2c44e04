/* unwind_c.c - C below and between goroutine frames.

   SPDX-License-Identifier: MIT  */

#include <execinfo.h>

int
c_frames (void)
{
  void *pc[512];
  return backtrace (pc, 512);
}

int
c_through (int (*fn) (void))
{
  int n = fn ();
  __asm__ volatile ("" : "+r" (n));
  return n;
}
