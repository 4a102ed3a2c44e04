/* modes_c.c - C for each mode: returns where its frame is, 0 if the guard slot is
   not as the mode has it.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <sys/syscall.h>

#define MODE(name, is_system)						\
unsigned long								\
c_##name (int n)							\
{									\
  unsigned long here = (unsigned long) __builtin_frame_address (0);	\
  HIDE (n);								\
  return (guard_slot () == 0) == is_system ? here : 0;			\
}

MODE (default, 1)
MODE (nonblocking, 1)
MODE (blocking, 1)
MODE (pin, 1)
MODE (leaf, 0)

int
c_thread (void)
{
  return syscall (SYS_gettid);
}
