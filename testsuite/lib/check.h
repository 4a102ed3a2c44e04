/* check.h - how a test program fails: one line that says where, and exit.

   Usable in goroutine code, in plain C and on any stack that has room for a call
   into libc.

   SPDX-License-Identifier: MIT  */

#ifndef CHECK_H
#define CHECK_H 1

#include <stdio.h>
#include <unistd.h>

#define CHECK(condition)						\
  do									\
    if (!(condition))							\
      {									\
	dprintf (2, "%s:%d: %s is false\n", __FILE__, __LINE__,		\
		 #condition);						\
	_exit (1);							\
      }									\
  while (0)

/* Both sides as long, printed when they differ.  */
#define CHECK_EQ(a, b)							\
  do									\
    {									\
      long check_a = (long) (a), check_b = (long) (b);			\
      if (check_a != check_b)						\
	{								\
	  dprintf (2, "%s:%d: %s is %ld, not %ld\n", __FILE__,		\
		   __LINE__, #a, check_a, check_b);			\
	  _exit (1);							\
	}								\
    }									\
  while (0)

#define NOINLINE __attribute__ ((__noinline__, __noclone__))

/* The value of the guard slot; 0 on a system stack.  */
static inline unsigned long
guard_slot (void)
{
  unsigned long value;
  __asm__ volatile ("movq %%fs:0x70, %0" : "=r" (value));
  return value;
}

/* Hides a value from the optimisers.  */
#define HIDE(x) __asm__ volatile ("" : "+r" (x) : : "memory")

#endif
