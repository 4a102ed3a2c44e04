/* Without this deep calls end in SIGSEGV: __morestack must enter the body on a
   segment with room, with its stack arguments copied and aligned, and return
   what it returns, whatever registers that takes.

   { dg-env "CGODEBUG=segment=16384" }
 */

#include "hand.h"
#include <stdint.h>

struct aligned { char c[256]; } __attribute__ ((aligned (256)));

HAND_MAIN;
HAND_SPLIT (deep, deep_body, 700, 0, 0);
HAND_SPLIT (args, args_body, 800, 32, 0);
HAND_SPLIT (align, align_body, 2000, 256, 8);
HAND_SPLIT (wide, wide_body, 60000, 0, 0);
HAND_SPLIT (twofold, twofold_body, 60000, 0, 0);

long deep (long);
long args (long, long, long, long, long, long, long, long, long double);
long align (struct aligned, long);
__int128 wide (long);
_Complex long double twofold (long);

long
deep_body (long n)
{
  return n == 0 ? 0 : deep (n - 1) + 1;
}

/* Each level checks what it was passed on the stack.  */
long
args_body (long n, long b, long c, long d, long e, long f, long g, long h,
	   long double x)
{
  CHECK_EQ (g, n + 1);
  CHECK_EQ (h, n + 2);
  CHECK (x == n + .5L);
  if (n == 0)
    return b + c + d + e + f;
  return args (n - 1, b, c, d, e, f, n, n + 1, n - .5L) + 1;
}

long
align_body (struct aligned s, long n)
{
  uintptr_t where = (uintptr_t) &s;
  HIDE (where);
  CHECK_EQ (where % 256, 0);
  CHECK_EQ (s.c[255], n % 100);
  if (n == 0)
    return 0;
  s.c[255] = (n - 1) % 100;
  return align (s, n - 1) + 1;
}

__int128
wide_body (long n)
{
  return (__int128) n << 64 | (n + 1);
}

_Complex long double
twofold_body (long n)
{
  return __builtin_complex ((long double) n, (long double) n + 1);
}

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  for (int i = 0; i < 3; i++)
    {
      unsigned long guard = guard_slot ();
      CHECK_EQ (deep (100000), 100000);
      CHECK_EQ (args (10000, 1, 2, 3, 4, 5, 10001, 10002, 10000.5L), 10015);
      struct aligned s = { { 0 } };
      s.c[255] = 1000 % 100;
      CHECK_EQ (align (s, 1000), 1000);
      __int128 w = wide (41);
      CHECK ((long) (w >> 64) == 41 && (long) w == 42);
      _Complex long double z = twofold (6);
      CHECK (__real__ z == 6 && __imag__ z == 7);
      CHECK (guard == guard_slot ());
    }
  return 0;
}
