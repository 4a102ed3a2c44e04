/* C that calls back again and again, each time sooner than sysmon looks, does not keep the only
   processor from a goroutine that waits for it: after a time slice it is taken from C, however
   short the calls are.  Else the goroutine never runs.

   { dg-foreign "callback-busy_c.c" }
   { dg-procs 1 }  */

#include <cgo.h>
#include "check.h"

int c_until (int (*fn) (void), int n) CGO_CALL;

static _Atomic int ticks;

static void
counts (void)
{
  for (;;)
    {
      ticks++;
      cgo_sleep (CGO_MILLISECOND);
    }
}

CGO_EXPORT int
looks (void)
{
  return ticks;
}

int
main (void)
{
  CHECK_EQ (cgo_go (counts), 0);
  CHECK (c_until (looks, 5) >= 5);
  return 0;
}
