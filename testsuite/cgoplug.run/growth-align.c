/* Without alignment of the copied arguments code that GCC folds on the type's
   promise (`&s & 63 == 0' is true, movaps) faults or goes wrong.  */

#include <cgo.h>
#include "check.h"
#include <stdint.h>

struct a32 { char c[32]; } __attribute__ ((aligned (32)));
struct a64 { char c[64]; } __attribute__ ((aligned (64)));
struct a256 { char c[256]; } __attribute__ ((aligned (256)));

#define WALK(type, n)							\
NOINLINE static long							\
walk_##type (long depth, struct type s)					\
{									\
  uintptr_t where = (uintptr_t) &s;					\
  HIDE (where);								\
  CHECK_EQ (where % n, 0);						\
  CHECK_EQ (s.c[n - 1], (char) depth);					\
  if (depth == 0)							\
    return 0;								\
  s.c[n - 1] = depth - 1;						\
  return walk_##type (depth - 1, s) + 1;				\
}

WALK (a32, 32)
WALK (a64, 64)
WALK (a256, 256)

/* A local of such a type realigns the frame itself.  */
NOINLINE static long
local (long depth)
{
  struct a256 s = { { 0 } };
  uintptr_t where = (uintptr_t) &s;
  HIDE (where);
  CHECK_EQ (where % 256, 0);
  return depth == 0 ? 0 : local (depth - 1) + 1;
}

int
main (void)
{
  for (long n = 1; n < 2000; n = n * 2 + 1)
    {
      struct a32 a = { { [31] = n } };
      struct a64 b = { { [63] = n } };
      struct a256 c = { { [255] = n } };
      CHECK_EQ (walk_a32 (n, a), n);
      CHECK_EQ (walk_a64 (n, b), n);
      CHECK_EQ (walk_a256 (n, c), n);
      CHECK_EQ (local (n), n);
    }
  return 0;
}
