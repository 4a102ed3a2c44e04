/* The C half of thread-race.c.

   SPDX-License-Identifier: MIT  */

void race_in_c (int *);

static __attribute__ ((noinline)) void
deeper_in_c (int *p)
{
  ++*p;
}

void
race_in_c (int *p)
{
  deeper_in_c (p);
  __asm__ volatile ("" : : : "memory");
}
