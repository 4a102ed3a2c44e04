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

_Atomic size_t cgo__ctx_size;
_Atomic uint64_t cgo__xsave_mask;
_Atomic bool cgo__use_xsave;

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
      uint64_t mask = xgetbv () & XSAVE_MASK;
      /* Relaxed: the store below is the release.  */
      atomic_store_explicit (&cgo__xsave_mask, mask, memory_order_relaxed);
      atomic_store_explicit (&cgo__use_xsave, true, memory_order_relaxed);
      size = xsave_size (mask);
    }
  /* Release: pairs with the load in __cgo_needm (slow.S), a plain one, which is an acquire on
     x86.  */
  atomic_store_explicit (&cgo__ctx_size, (CGO_CTX_XSAVE + size + 63) & -(size_t) 64,
			 memory_order_release);
}
