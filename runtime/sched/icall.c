/* icall.c - what does a pointer point to, when nobody knows where it came from?

   A pointer from dlsym, from a library's table of operations or from a virtual table leads to
   C, which must not run on a goroutine's stack; another leads to goroutine code, which must.
   Goroutine code is marked: CGO_CODE_MARK stands in front of each function of it that a
   pointer can reach (cgo/abi.h).  The compiler makes a call through a pointer one of a stub
   that looks for the mark and jumps.  What has none comes here by way of __cgo_icall, which
   then goes to g0:

     C				  no mark
     the first function of a page  the mark, if any, is on the page before, which may not
				  be there: memory that a library fills with code
     an entry of a PLT		  stands for a function of another object, in programs
				  that are linked to a fixed address

   Called on the goroutine's stack with vector registers in use: it takes little of the
   one and leaves the other alone, and so must all that it calls.  The kernel does; the
   dynamic linker, which knows what is mapped where, does not.

   A trampoline, by which a nested function is reached, has the mark in front as well
   (plugin/target-x86_64-trampoline.cc).

   Rejected: a range of addresses for each object.  Goroutine code and C would need sections
   of their own, and the linker's --gc-sections, hot and cold parts and comdats know .text.

   SPDX-License-Identifier: MIT  */

#include "sched/sched.h"

#include "base/tools.h"
#include <string.h>

#define EXPORT __attribute__ ((visibility ("default")))
#define GENERAL_REGS __attribute__ ((target ("general-regs-only")))

EXPORT bool __cgo_icall_check (uintptr_t);

static inline uint32_t
word (uintptr_t p)
{
  uint32_t w;
  memcpy (&w, (const void *) p, sizeof w);
  return w;
}

GENERAL_REGS static bool
marked (uintptr_t p)
{
  if (!(p & CGO_CODE_PAGE) && !cgo__readable ((const void *) (p - sizeof (uint64_t))))
    return false;
  return word (p - sizeof (uint32_t)) == CGO_CODE_MARK;
}

GENERAL_REGS bool
__cgo_icall_check (uintptr_t p)
{
  enum { ENDBR64 = 0xfa1e0ff3, JMP_RIP = 0x25ff, BND = 0xf2 };
  if (p <= CGO_CODE_PAGE)		/* null: let it fault where it is called */
    return true;
  if (marked (p))
    return true;
  if (word (p) == (uint32_t) ENDBR64)
    p += 4;
  if ((word (p) & 0xff) == BND)
    p++;
  return (word (p) & 0xffff) == JMP_RIP
	 && marked (*(uintptr_t *) (p + 6 + (int32_t) word (p + 2)));
}
