/* Functions with the convention of Windows: other registers, more of them that the callee
   keeps, and 32 bytes on the stack for what came in registers.  The thunk behind an address of
   one did not know of these: stack arguments were not where C looks, and what C wrote there was
   the return into the thunk.

   { dg-foreign "ms-abi_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "ms-abi.h"

CGO_EXPORT WINDOWS long
g_seven (long a, long b, long c, long d, long e, double f, struct big s)
{
  volatile char room[900];
  room[a] = 0;
  cgo_gosched ();
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * (long) f + s.c[4095] + room[a];
}

CGO_EXPORT WINDOWS long
g_one (long a)
{
  volatile char room[900];
  room[a] = 0;
  return a + room[a] + 1;
}

/* Ours, and C.  */
static seven *volatile sevens[] = { g_seven, c_seven };
static one *volatile ones[] = { g_one, c_one };

NOINLINE static void
all (void)
{
  struct big s = { { [4095] = 1 } };
  CHECK_EQ (g_seven (1, 2, 3, 4, 5, 6, s), 92);
  CHECK_EQ (c_seven (1, 2, 3, 4, 5, 6, s), 92);
  CHECK_EQ (c_calls_seven (g_seven), 92);
  CHECK_EQ (c_calls_seven (c_seven), 92);
  CHECK_EQ (g_one (41), 42);
  CHECK_EQ (c_one (41), 42);
  CHECK_EQ (c_calls_one (g_one), 42);
  CHECK_EQ (c_calls_one (c_one), 42);
  for (int i = 0; i < 2; i++)
    {
      CHECK_EQ (sevens[i] (1, 2, 3, 4, 5, 6, s), 92);
      CHECK_EQ (ones[i] (41), 42);
    }
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[80];
  room[n % 80] = n;
  if (n)
    at_depth (n - 1);
  else
    all ();
  room[n % 80]++;
}

int
main (void)
{
  for (int n = 0; n < 100; n++)
    at_depth (n);
  return 0;
}
