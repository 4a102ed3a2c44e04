/* Without care in __morestack's way back, results that do not travel in rax are
   lost: xmm0, xmm1, rdx, st(0), st(1), and the hidden pointer of big ones.  */

#include <cgo.h>
#include "check.h"

struct big { long v[9]; };
struct two { double a; long b; };
struct pair { double a, b; };

#define WALK(name, type, leaf, step)					\
NOINLINE static type							\
name (long n)								\
{									\
  volatile char room[40];						\
  room[n % 40] = 0;							\
  if (n == 0)								\
    {									\
      type r = leaf;							\
      return r;								\
    }									\
  type r = name (n - 1);						\
  step;									\
  (void) room[n % 40];							\
  return r;								\
}

WALK (f_int128, __int128, ((__int128) 1 << 100), r += 1)
WALK (f_float, float, 0, r += 1)
WALK (f_double, double, .5, r += 1)
WALK (f_long_double, long double, .25L, r += 1)
WALK (f_cfloat, _Complex float, 0, r += 1 + 1.0if)
WALK (f_cdouble, _Complex double, 0, r += 1 + 2.0i)
WALK (f_cld, _Complex long double, 0, r += 1 + 3.0il)
WALK (f_two, struct two, { 0 }, (r.a += 1, r.b += 2))
WALK (f_pair, struct pair, { 0 }, (r.a += 1, r.b += 2))
WALK (f_big, struct big, { { 0 } }, (r.v[0] += 1, r.v[8] += 2))
WALK (f_bool, _Bool, 0, r = !r)
WALK (f_char, signed char, 0, r--)

int
main (void)
{
  for (long n = 1; n < 4000; n = n * 2 + 1)
    {
      CHECK (f_int128 (n) == ((__int128) 1 << 100) + n);
      CHECK (f_float (n) == n);
      CHECK (f_double (n) == n + .5);
      CHECK (f_long_double (n) == n + .25L);
      CHECK (f_cfloat (n) == n + n * 1.0if);
      CHECK (f_cdouble (n) == n + n * 2.0i);
      CHECK (f_cld (n) == n + n * 3.0il);
      struct two t = f_two (n);
      CHECK (t.a == n && t.b == 2 * n);
      struct pair p = f_pair (n);
      CHECK (p.a == n && p.b == 2 * n);
      struct big b = f_big (n);
      CHECK (b.v[0] == n && b.v[8] == 2 * n && b.v[4] == 0);
      CHECK_EQ (f_bool (n), n % 2);
      CHECK_EQ (f_char (n), (signed char) -n);
    }
  return 0;
}
