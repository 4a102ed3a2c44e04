/* A frame that is realigned takes more than its size: up to the alignment, and a copy of
   the return address.  Locals aligned to 32 .. 65536, alone and with a variable-length
   array and stack arguments, at every depth of the first segments; the frames above must
   stay whole.  */

#include <cgo.h>
#include "check.h"
#include <stdint.h>
#include <string.h>

/* Too much for a function without a check.  */
#define ROOM 650

#define REALIGNED(n)							\
NOINLINE static long							\
fixed_##n (long a, long b, long c, long d, long e, long f, long g)	\
{									\
  char room[ROOM] __attribute__ ((aligned (n)));				\
  uintptr_t where = (uintptr_t) room;					\
  HIDE (where);								\
  CHECK_EQ (where % n, 0);						\
  memset (room, a, sizeof room);					\
  HIDE (where);								\
  return a + b + c + d + e + f + g + room[ROOM - 1] - a;			\
}									\
									\
NOINLINE static long							\
variable_##n (long a, long b, long c, long d, long e, long f, long g)	\
{									\
  char room[ROOM] __attribute__ ((aligned (n)));				\
  char more[100 + g];							\
  uintptr_t where = (uintptr_t) room, other = (uintptr_t) more;		\
  HIDE (where);								\
  HIDE (other);								\
  CHECK_EQ (where % n, 0);						\
  memset (room, a, sizeof room);					\
  memset (more, b, sizeof more);					\
  CHECK (room[0] == (char) a && room[ROOM - 1] == (char) a);			\
  long r = fixed_##n (a, b, c, d, e, f, g);				\
  CHECK (more[0] == (char) b && more[99 + g] == (char) b);		\
  return r + room[20] - a;						\
}

REALIGNED (32)
REALIGNED (64)
REALIGNED (128)
REALIGNED (1024)
REALIGNED (4096)
REALIGNED (65536)

#define CALL(n) CHECK_EQ (variable_##n (1, 2, 3, 4, 5, 6, 7), 28)

NOINLINE static void
at_depth (int n)
{
  char room[100];
  memset (room, n, sizeof room);
  HIDE (room[0]);
  if (n > 0)
    at_depth (n - 1);
  else
    {
      CALL (32);
      CALL (64);
      CALL (128);
      CALL (1024);
      CALL (4096);
      CALL (65536);
    }
  HIDE (room[0]);
  for (unsigned i = 0; i < sizeof room; i++)
    CHECK_EQ (room[i], n);
}

int
main (void)
{
  for (int n = 0; n < 100; n++)
    at_depth (n);
  return 0;
}
