/* arch.c - what this CPU has: the size of its vector state.

   XSAVE saves what the mask names: x87, SSE, AVX, and the three parts of
   AVX-512.  Not PKRU, which belongs to the thread, and not AMX's tiles, which no
   compiler keeps live across a function's entry.

   A callback may come before the runtime has started, with arguments in vector registers:
   then __cgo_needm (slow.S) asks first, and nothing here may touch those.

   SPDX-License-Identifier: MIT  */

#pragma GCC target ("general-regs-only")

#include "arch/arch.h"
#include "cgo/abi.h"

#include <cpuid.h>
#include <stdatomic.h>

size_t cgo__ctx_size;
uint64_t cgo__xsave_mask;
bool cgo__use_xsave;

enum { FXSAVE_SIZE = 512, XSAVE_MASK = 0xe7 };

static uint64_t
xgetbv (void)
{
  uint32_t lo, hi;
  __asm__ ("xgetbv" : "=a" (lo), "=d" (hi) : "c" (0));
  return (uint64_t) hi << 32 | lo;
}

/* Where the last component of the mask ends, in the standard format.  */
static size_t
xsave_size (uint64_t mask)
{
  size_t size = FXSAVE_SIZE + 64;
  for (unsigned i = 2; i < 63; i++)
    {
      unsigned a, b, c, d;
      if (!(mask >> i & 1))
	continue;
      __cpuid_count (0xd, i, a, b, c, d);
      if (a + b > size)
	size = a + b;
    }
  return size;
}

void
cgo__arch_init (void)
{
  unsigned a, b, c, d;
  size_t size = FXSAVE_SIZE;
  if (__get_cpuid (1, &a, &b, &c, &d) && (c & bit_OSXSAVE))
    {
      cgo__xsave_mask = xgetbv () & XSAVE_MASK;
      cgo__use_xsave = true;
      size = xsave_size (cgo__xsave_mask);
    }
  /* Release: another thread that finds it set, in slow.S, finds the rest.  */
  atomic_thread_fence (memory_order_release);
  cgo__ctx_size = (CGO_CTX_XSAVE + size + 63) & -(size_t) 64;
}
