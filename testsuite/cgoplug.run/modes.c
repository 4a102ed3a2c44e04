/* Without the modes of cgo_call, C that is known to be quick or slow costs what
   unknown C costs, and C that leaves state on its thread finds another thread.
   Each mode runs C on g0 (`leaf' in place) and comes back.

   { dg-foreign "modes_c.c" }  */

#include <cgo.h>
#include "check.h"

unsigned long c_default (int) CGO_CALL;
CGO_CALL_NONBLOCKING unsigned long c_nonblocking (int);
unsigned long c_blocking (int) CGO_CALL_BLOCKING;
unsigned long c_leaf (int) CGO_CALL_LEAF (128);
unsigned long c_pin (int) CGO_CALL_PIN;
int c_thread (void) CGO_CALL;

static cgo_wg wg;

static void
worker (int n)
{
  unsigned long here = (unsigned long) __builtin_frame_address (0);
  for (int i = 0; i < 50; i++)
    {
      unsigned long guard = guard_slot ();
      CHECK (guard != 0);
      /* Each returns its frame's address, or 0 if its guard slot is wrong.  */
      CHECK (c_default (n) != 0);
      CHECK (c_nonblocking (n) != 0);
      if (i % 10 == 0)
	CHECK (c_blocking (n) != 0);
      CHECK (here - c_leaf (n) < 4096);
      CHECK (guard_slot () != 0);
      cgo_gosched ();
    }
  CHECK (c_pin (n) != 0);
  int thread = c_thread ();
  for (int i = 0; i < 50; i++)
    {
      cgo_gosched ();
      CHECK_EQ (c_thread (), thread);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 4);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
