/* sys-x86_64.h - how a system call is made on x86-64.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SYS_X86_64_H
#define CGO_SYS_X86_64_H 1

/* The kernel's result: negative errno on failure.  Unused arguments may be
   anything.  */
static inline long
cgo__syscall (long nr, long a, long b, long c, long d, long e, long f)
{
  register long r10 __asm__ ("r10") = d;
  register long r8 __asm__ ("r8") = e;
  register long r9 __asm__ ("r9") = f;
  __asm__ volatile ("syscall"
		    : "+a" (nr)
		    : "D" (a), "S" (b), "d" (c), "r" (r10), "r" (r8), "r" (r9)
		    : "rcx", "r11", "memory");
  return nr;
}

/* Tells the processor that this is a loop that waits.  */
static inline void
cgo__cpu_relax (void)
{
  __asm__ volatile ("pause" : : : "memory");
}

#endif
