/* A preemption at a check that would have passed goes on in place.  At -O0 the set-up of the
   frame stands between __morestack's return and the jump back; taken for code of
   -fsplit-stack, which cannot go on in place, it got a new segment as large as all that was
   left of its own, each time.

   { dg-env "CGODEBUG=stacklimit=50331648" }
   { dg-levels "-O0 -O2 {-O0 -fcf-protection}" }
   { dg-procs "1" }
   { dg-nostress "a segment for each of its frames" }  */

#include <cgo.h>
#include "check.h"

static _Atomic int done;
static volatile int slices;

static void
other (cgo_wg *wg)
{
  while (!done)
    {
      slices++;
      cgo_gosched ();
    }
  cgo_wg_done (wg);
}

NOINLINE static long
small (long n)
{
  volatile long here = n;
  return n == 0 ? 0 : small (n - 1) + here - n + 1;
}

/* Far down on a segment of 16 MiB, which is half of them all.  */
NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[n % 100] = 1;
  if (n > 0)
    return deep (n - 1) + room[n % 100];
  while (slices < 20)
    small (100);
  return 0;
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (other, &wg), 0);
  CHECK_EQ (deep (100000), 100000);
  done = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
