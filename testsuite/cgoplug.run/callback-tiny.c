/* An exported function so small that it has no stack check, and C that calls it, in turn: each
   callback begins a little lower, and without a look at how much there is they run out of the
   segment, over what is below.

   { dg-foreign "callback-tiny_c.c" }
   { dg-env "CGODEBUG=guardpage=1" }  */

#include <cgo.h>
#include "check.h"

enum { N = 500 };

long c_tiny (long n) CGO_CALL;
long c_tiny_quick (long n) CGO_CALL_NONBLOCKING;

CGO_EXPORT long
tiny (long n)
{
  return n ? c_tiny (n - 1) + 1 : 0;
}

CGO_EXPORT long
tiny_quick (long n)
{
  return n ? c_tiny_quick (n - 1) + 1 : 0;
}

NOINLINE static long
at_depth (int n)
{
  volatile char room[50];
  room[n] = 0;
  return n ? at_depth (n - 1) + room[n] : tiny (N) + tiny_quick (N);
}

static void
worker (cgo_wg *wg)
{
  for (int n = 0; n < 40; n++)
    CHECK_EQ (at_depth (n), 4 * N);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  CHECK_EQ (at_depth (0), 4 * N);
  cgo_wg_add (&wg, 3);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
