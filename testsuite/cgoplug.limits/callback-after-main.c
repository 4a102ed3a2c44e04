/* C calls back after main has returned, from an atexit handler and a destructor:
   the call works, on the thread that runs exit.

   { dg-foreign "callback-after-main_c.c" }
   { dg-status 4 }
   { dg-output "late 1\nlate 2\n" }  */

#include <cgo.h>
#include "check.h"

void c_register (void) CGO_CALL;

CGO_EXPORT void
late (int n)
{
  CHECK (guard_slot () != 0);
  dprintf (1, "late %d\n", n);
  cgo_gosched ();
}

int
main (void)
{
  c_register ();
  return 4;
}
