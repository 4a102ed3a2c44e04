/* sys-x86_64.h - how a system call is made on x86-64, and where a signal finds
   the registers it interrupted.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SYS_X86_64_H
#define CGO_SYS_X86_64_H 1

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <ucontext.h>
#include "cgo/abi.h"

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

/* The interrupted instruction and stack pointer; both may be changed.  */
static inline uintptr_t *
cgo__context_pc (ucontext_t *uc)
{
  return (uintptr_t *) &uc->uc_mcontext.gregs[REG_RIP];
}

static inline uintptr_t *
cgo__context_sp (ucontext_t *uc)
{
  return (uintptr_t *) &uc->uc_mcontext.gregs[REG_RSP];
}

/* If UC is where the stub of a call through a pointer looks for the mark in front of a function
   (cgo/abi.h): that function.  Else *TO stays.  */
static inline void
cgo__context_called (const ucontext_t *uc, uintptr_t *to)
{
  static const struct __attribute__ ((packed))
  {
    unsigned char insn[4];
    uint32_t mark;
  } look = { { 0x41, 0x81, 0x7b, 0xfc }, CGO_CODE_MARK };	/* cmpl $mark, -4(%r11) */
  if (!memcmp ((void *) uc->uc_mcontext.gregs[REG_RIP], &look, sizeof look))
    *to = uc->uc_mcontext.gregs[REG_R11];
}

/* What there is of a ucontext_t on a signal stack.  */
#define CGO__CONTEXT_SIZE (offsetof (ucontext_t, uc_sigmask) + sizeof (uint64_t))

/* Bytes of the vector state that belongs to UC, at uc_mcontext.fpregs: of what the processor
   has, the kernel says so in words that FXSAVE leaves alone, and puts a mark behind it.  */
static inline size_t
cgo__context_fp_size (const ucontext_t *uc)
{
  enum { FXSAVE = 512, WORDS = 464, MAGIC = 0x46505853 };
  uint32_t words[2];
  memcpy (words, (const char *) uc->uc_mcontext.fpregs + WORDS, sizeof words);
  return words[0] == MAGIC ? words[1] : FXSAVE;
}

#endif
