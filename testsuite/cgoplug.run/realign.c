/* A frame that is realigned takes more than its size: up to the alignment, and a copy of
   the return address.  Locals aligned to 32 .. 65536, alone and with a variable-length
   array and stack arguments, named or not, at every depth of the first segments; the frames
   above must stay whole.  With both, the frame begins with a copy of the return address, and
   unnamed arguments are looked for in the wrong place if that is taken for the true one.  */

#include <cgo.h>
#include "check.h"
#include <stdarg.h>
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
}									\
									\
NOINLINE static long							\
unnamed_##n (long a, long b, long c, long d, long e, long f, long g, ...)	\
{									\
  char room[ROOM] __attribute__ ((aligned (n)));				\
  char more[100 + g];							\
  va_list ap;								\
  memset (room, a, sizeof room);					\
  HIDE (room[0]);								\
  memset (more, b, sizeof more);					\
  va_start (ap, g);							\
  long r = va_arg (ap, long) + a + b + c + d + e + f + g;		\
  r += 2 * va_arg (ap, long);						\
  va_end (ap);								\
  CHECK (more[99 + g] == (char) b);					\
  return r + room[20] - a;						\
}

REALIGNED (32)
REALIGNED (64)
REALIGNED (128)
REALIGNED (1024)
REALIGNED (4096)
REALIGNED (65536)

/* The same with the convention of Windows, with the arguments of the whole function, and with
   a static chain, for which GCC takes another register then.  */

NOINLINE __attribute__ ((ms_abi)) static long
windows (long a, ...)
{
  char room[ROOM] __attribute__ ((aligned (64)));
  char more[100 + a];
  __builtin_ms_va_list ap;
  memset (room, a, sizeof room);
  HIDE (room[0]);
  memset (more, a, sizeof more);
  long r = 0;
  __builtin_ms_va_start (ap, a);
  for (int i = 1; i <= 5; i++)
    r += i * __builtin_va_arg (ap, long);
  __builtin_ms_va_end (ap);
  return r + room[99] - more[99];
}

NOINLINE static long
digits (long a, long b, long c, long d, long e, long f, long g, long h)
{
  volatile char room[ROOM];
  room[a] = 0;
  return 10 * (10 * (10 * a + b) + g) + h + c + d + e + f + room[a];
}

NOINLINE static long
forward (long a, long b, long c, long d, long e, long f, long g, long h)
{
  char room[ROOM] __attribute__ ((aligned (64)));
  memset (room, a + b + c + d + e + f + g + h, sizeof room);
  HIDE (room[0]);
  void *result = __builtin_apply ((void (*) ()) digits, __builtin_apply_args (), 64);
  CHECK_EQ (room[99], 36);
  __builtin_return (result);
}

static long
chain (long x)
{
  NOINLINE long nested (long a, ...)
  {
    char room[ROOM] __attribute__ ((aligned (64)));
    char more[100 + a];
    va_list ap;
    memset (room, x, sizeof room);
    HIDE (room[0]);
    memset (more, x, sizeof more);
    va_start (ap, a);
    long r = 0;
    for (int i = 1; i <= 8; i++)
      r += i * va_arg (ap, long);
    va_end (ap);
    return r + room[99] + more[99];
  }
  return nested (1, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
}

#define CALL(n)								\
  CHECK_EQ (variable_##n (1, 2, 3, 4, 5, 6, 7), 28);			\
  CHECK_EQ (unnamed_##n (1, 2, 3, 4, 5, 6, 7, 100L, 1000L), 2128)

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
      CHECK_EQ (windows (1, 2L, 3L, 4L, 5L, 6L), 2 + 6 + 12 + 20 + 30);
      CHECK_EQ (forward (1, 2, 3, 4, 5, 6, 7, 8), 1278 + 18);
      CHECK_EQ (chain (7), 204 + 14);
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
