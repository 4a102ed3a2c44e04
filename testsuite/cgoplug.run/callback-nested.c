/* Without moving the g0 position below C's frames, the second callback overwrites
   the first one's C frames.  C and goroutine code in turn, a hundred deep from several
   goroutines at once, a thousand deep on one, parking on the way.

   { dg-foreign "callback-nested_c.c" }  */

#include <cgo.h>
#include "check.h"

long c_down (long n, long (*fn) (long)) CGO_CALL;
long c_down_quick (long n, long (*fn) (long)) CGO_CALL_NONBLOCKING;

CGO_EXPORT long
down (long n)
{
  volatile long kept[20];
  for (int i = 0; i < 20; i++)
    kept[i] = n * 100 + i;
  long r = 1;
  if (n % 7 == 0)
    cgo_gosched ();
  if (n > 0)
    r += n % 3 == 0 ? c_down_quick (n - 1, down) : c_down (n - 1, down);
  if (n % 5 == 0)
    cgo_gosched ();
  for (int i = 0; i < 20; i++)
    CHECK_EQ (kept[i], n * 100 + i);
  return r;
}

static void
worker (cgo_wg *wg)
{
  CHECK_EQ (down (100), 201);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  CHECK_EQ (down (3), 7);
  CHECK_EQ (down (1000), 2001);
  cgo_wg_add (&wg, 5);
  for (int i = 0; i < 5; i++)
    CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
