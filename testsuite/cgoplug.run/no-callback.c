/* C that is called `nonblocking' calls back all the same, and the callback waits.  The mode says
   that C is soon over, which is about the processor and not about callbacks: without the
   parity of m->sys the callback would take a processor that it has, or the way back give
   one away.  (Go's CgoNoCallback, where a broken promise ends the program.)

   { dg-foreign "no-callback_c.c" }  */

#include <cgo.h>
#include "check.h"

int c_calls (int) CGO_CALL_NONBLOCKING;
int c_calls_lent (int) CGO_CALL;

static cgo_wg wg;

NOINLINE static int
deep (int n)
{
  volatile char room[200];
  room[n % 200] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 200];
}

CGO_EXPORT int
called (int n)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (deep (50), 50);
  if (n % 3 == 0)
    cgo_gosched ();
  else if (n % 3 == 1)
    cgo_sleep (CGO_MICROSECOND);
  return n > 4 ? n : c_calls_lent (n + 5) - 5;
}

static void
goroutine (int n)
{
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (c_calls (i % 7), i % 7);
      CHECK_EQ (c_calls_lent (n), n);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  enum { GOROUTINES = 6 };
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (goroutine, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
