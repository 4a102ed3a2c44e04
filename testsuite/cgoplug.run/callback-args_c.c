/* callback-args_c.c - C that calls goroutine code with every kind of argument.

   SPDX-License-Identifier: MIT  */

#include "callback-args.h"
#include "check.h"

void
c_drive (void)
{
  struct big b = e_big ((struct big) { { 1, 2, 3, 4, 5 } }, 10);
  CHECK (b.v[0] == 11 && b.v[1] == 12 && b.v[4] == 15);
  struct small s = e_small ((struct small) { 1, 2.5 });
  CHECK (s.a == 2 && s.b == 3.5);
  CHECK (e_ld (1.5L, 2.5) == 4.0L);
  CHECK (e_i128 ((__int128) 1 << 70, 2) == (__int128) 1 << 71);
  CHECK (e_cld (1.0L + 2.0il) == 2.0L + 4.0il);
  CHECK_EQ (e_ten (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 385);
  CHECK (e_mixed (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) == 120);
  CHECK_EQ (e_aligned ((struct aligned) { { 9 } }), 9);
  int n = 0;
  e_void (&n);
  CHECK_EQ (n, 1);
}
