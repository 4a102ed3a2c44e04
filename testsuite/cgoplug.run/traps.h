/* traps.h - a goroutine that N signals meet: library-signal.c, signal-library.c.

   SPDX-License-Identifier: MIT  */

/* The handler interrupts goroutine code, with less and less of the segment left.  */
NOINLINE static int
traps (int n)
{
  volatile char room[100];
  room[0] = 1;
  __asm__ volatile ("int3");
  return n == 1 ? room[0] : traps (n - 1) + room[0];
}
