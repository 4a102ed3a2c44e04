/* Functions of libgcc_s.so call each other through its own lazy PLT, and those of -ftrapv
   abort: the first call of __fixdfti took 3.2 KB of a goroutine's stack, wherever that was,
   in C++ and with -shared-libgcc.  Here each is called for the first time at another depth of
   a segment, whose end is guarded, and decimal arithmetic and libatomic with them.

   { dg-options "-ftrapv -shared-libgcc" }
   { dg-levels "-O0 -O2 -Os {-O2 -fno-pie -no-pie}" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-link "-lm -latomic" }  */

#include <cgo.h>
#include "check.h"
#include <sys/wait.h>

static volatile double d = 3.5;
static volatile float f = 2.5;
static volatile long double l = 7.5L;
static volatile _Float16 h = 1.5f16;
static volatile __int128 i = 3;
static volatile unsigned __int128 u;
static volatile _Complex _Float16 c = 1.5f16;
static volatile _Float128 q = 1.25f128;
static volatile _Complex _Float128 z = 1.25f128;
static volatile _Decimal64 e = 2.5DD;
static volatile _Decimal128 g = 2.5DL;
static volatile int n = 3;
static volatile long m = 5;
static _Atomic __int128 wide;
static _Atomic struct { char text[40]; } many;

NOINLINE static void
first_call (int which)
{
  switch (which)
    {
    case 0: i = d; break;
    case 1: i = f; break;
    case 2: i = l; break;
    case 3: u = l; break;
    case 4: c = c * c; break;
    case 5: c = c / c; break;
    case 6: z = z * z / z; break;
    case 7: n = n + 1; n = n * 2; n = -n; n = n - 7; break;
    case 8: m = m + 1; m = m * 2; m = -m; m = m - 7; break;
    case 9: i = i + 1; i = i * 2; i = -i; i = i - 7; break;
    case 10: e = e * e + 1.5DD; e = d; d = e; break;
    case 11: g = g / 3 - 1.5DL; g = l; l = g; e = g; break;
    case 12: wide += 3; many = many; break;
    case 13: i = i / 3 % 5; q = q * q; q = i; h = q; break;
    }
  i = 3, c = 1.5f16, z = 1, n = 3, m = 3, e = 2, g = 2, q = 2, d = 3, l = 3;
}

NOINLINE static void
at (int depth, int which)
{
  volatile char room[120];
  room[0] = which;
  if (depth > 0)
    at (depth - 1, which);
  else
    first_call (which);
  CHECK_EQ (room[0], which);
}

/* What is left of a segment differs at each level, and so does the first call in each
   process.  */
int
main (void)
{
  enum { CASES = 14 };
  for (int start = 0; start < 25; start++)
    {
      int status;
      pid_t child = fork ();
      CHECK (child >= 0);
      if (child == 0)
	{
	  for (int which = 0; which < CASES; which++)
	    at ((start + which * 2) % 31, which);
	  _exit (0);
	}
      CHECK_EQ (waitpid (child, &status, 0), child);
      CHECK_EQ (status, 0);
    }
  return 0;
}
