/* An exit handler waits for a thread that calls back: the call works, for the P of main
   was lent when it returned.

   { dg-foreign "callback-after-main-thread_c.c" }
   { dg-status 4 }
   { dg-output "late\n" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

void c_wait_for_thread (void (*fn) (void)) CGO_CALL;

CGO_EXPORT void
late (void)
{
  dprintf (1, "late\n");
  cgo_gosched ();
}

static void
handler (void)
{
  c_wait_for_thread (late);
}

int
main (void)
{
  atexit (handler);
  return 4;
}
