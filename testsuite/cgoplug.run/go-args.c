/* Without typed cgo_go a goroutine's arguments need packing by hand: any list that
   a call could pass, with the conversions of a call, from any depth.  */

#include <cgo.h>
#include "check.h"

struct big { long v[5]; };
struct pair { long a; double b; };

static cgo_wg wg;
static int ran;

static void
done (int n)
{
  __atomic_fetch_or (&ran, 1 << n, __ATOMIC_RELAXED);
  cgo_wg_done (&wg);
}

static void none (void) { done (0); }

static void
conv (double d, char c, long l, float f)
{
  CHECK (d == 3 && c == 'x' && l == -1 && f == .5f);
  done (1);
}

static void
structs (struct big b, struct pair p, long double x, __int128 i)
{
  CHECK (b.v[0] == 1 && b.v[4] == 5 && p.a == 6 && p.b == 7.5);
  CHECK (x == 8.25L && i == (__int128) 9 << 90);
  done (2);
}

static long
many (long a, double b, long c, double d, long e, double f, long g, double h,
      long i, double j, long k, double l, long m, double n, long o, double p,
      double q, double r)
{
  CHECK (a == 1 && c == 3 && e == 5 && g == 7 && i == 9 && k == 11);
  CHECK (m == 13 && o == 15);
  CHECK (b == 2 && d == 4 && f == 6 && h == 8 && j == 10 && l == 12);
  CHECK (n == 14 && p == 16 && q == 17 && r == 18);
  done (3);
  return a;
}

static void pointer (const char *s, void (*fn) (int)) { fn (*s - '0'); }

NOINLINE static void
start (long depth)
{
  volatile char room[64];
  room[0] = depth;
  if (depth > 0)
    {
      start (depth - 1);
      room[0]++;
      return;
    }
  void (*p) (void) = none;
  cgo_wg_add (&wg, 6);
  CHECK_EQ (cgo_go (none), 0);
  CHECK_EQ (cgo_go (p), 0);
  CHECK_EQ (cgo_go (conv, 3, 'x', -1, .5), 0);
  CHECK_EQ (cgo_go (structs, ((struct big) { { 1, 2, 3, 4, 5 } }),
		    ((struct pair) { 6, 7.5 }), 8.25L, (__int128) 9 << 90), 0);
  CHECK_EQ (cgo_go (many, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
		    17, 18), 0);
  CHECK_EQ (cgo_go (&pointer, "4", done), 0);
}

int
main (void)
{
  for (long n = 0; n < 200; n = n * 3 / 2 + 1)
    {
      ran = 0;
      start (n);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      CHECK_EQ (ran, 31);
    }
  return 0;
}
