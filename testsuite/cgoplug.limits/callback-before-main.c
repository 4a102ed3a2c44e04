/* C calls back before main, from a constructor: the runtime starts then, the call
   works, may park, and main finds all in order.

   { dg-foreign "callback-before-main_c.c" }  */

#include <cgo.h>
#include "check.h"

static int called;

CGO_EXPORT int
early (int n)
{
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  cgo_sleep (CGO_MICROSECOND);
  called++;
  return n + 1;
}

int
main (void)
{
  CHECK_EQ (called, 1);
  CHECK (guard_slot () != 0);
  CHECK_EQ (early (1), 2);
  return 0;
}
