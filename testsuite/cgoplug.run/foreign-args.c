/* Without exact thunks C gets wrong arguments or goroutine code a wrong result:
   structures by value and in memory, x87, __int128, complex, ten integers.

   { dg-foreign "foreign-args_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "foreign-args.h"

NOINLINE static void
at_depth (long n)
{
  volatile char room[32];
  room[0] = n;
  if (n > 0)
    at_depth (n - 1);
  struct big b = c_big ((struct big) { { 1, 2, 3, 4, 5 } }, 10);
  CHECK (b.v[0] == 11 && b.v[4] == 15);
  struct small s = c_small ((struct small) { 1, 2.5 });
  CHECK (s.a == 2 && s.b == 3.5);
  CHECK (c_ld (1.5L, 2.5) == 4.0L);
  CHECK (c_i128 ((__int128) 1 << 70, 2) == (__int128) 1 << 71);
  CHECK (c_complex (1.0 + 2.0i, 2.0i) == 1.0 + 4.0i);
  CHECK (c_cld (1.0L + 2.0il) == 2.0L + 4.0il);
  CHECK_EQ (c_ten (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 385);
  CHECK (c_doubles (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) == 385);
  CHECK_EQ (c_chars (-1, -2, 200, 1, -3, 65535, -7, 1), -1 - 2 + 200 + 1 - 3 + 65535 - 7 + 1);
  CHECK_EQ (c_aligned ((struct aligned) { { 9 } }), 9);
  (void) room[0];
}

int
main (void)
{
  for (long n = 0; n < 300; n = n * 3 / 2 + 1)
    at_depth (n);
  return 0;
}
