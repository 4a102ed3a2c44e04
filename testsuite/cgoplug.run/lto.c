/* -flto: checks, thunks and entries are made at the link, from what three units say.  C that
   was compiled with -flto and without the plugin keeps a big stack, is not inlined into
   goroutine code, and comes by the entry of what it calls; whether goroutine code calls it
   with a declaration that says so or not.  Without the plugin's part in lto1 there is not
   one check.

   { dg-also "lto_g.c" }
   { dg-foreign "lto_c.c" }
   { dg-foreign-options "-flto -ffat-lto-objects" }
   { dg-options "-flto" }  */

#include <cgo.h>
#include <stdlib.h>
#include "check.h"
#include "lto.h"

static int (*const table[]) (int) = { lto_plain, lto_deep, lto_quick };

/* Of this name there is one in each unit.  */
static int CGO_EXPORT
compare (const void *a, const void *b)
{
  volatile char room[3000];
  room[0] = 0;
  return room[0] + *(const int *) a - *(const int *) b;
}

int
lto_back (int n)
{
  cgo_gosched ();
  return lto_deep (100) + n - 100;
}

static void
one (int n, double half, cgo_chan *done)
{
  int v[4] = { n, 3, 2, 1 };
  qsort (v, 4, sizeof *v, compare);
  int r = v[0] + lto_deep (5000) + lto_plain (n) + (int) (half * 2);
  cgo_chan_send (done, &r);
}

int
main (void)
{
  cgo_chan *done = cgo_chan_make (sizeof (int), 0);
  CHECK (lto_plain (1) == 2 && lto_quick (2) == 5);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (table[i] (7), i == 0 ? 8 : i == 1 ? 7 : 10);
  for (int i = 0; i < 50; i++)
    CHECK (cgo_go (one, 5, 0.5, done) == 0);
  for (int i = 0; i < 50; i++)
    {
      int r;
      cgo_chan_recv (done, &r);
      CHECK_EQ (r, 1 + 5000 + 6 + 1);
    }
  CHECK_EQ (lto_sorted (9), 9);
  return 0;
}
