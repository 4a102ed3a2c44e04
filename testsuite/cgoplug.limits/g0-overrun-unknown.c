/* C recurses past the end of a thread that it has made, of which the runtime knows nothing: no
   signal stack, so no report.  The end is that of any program, and nothing hangs.

   { dg-foreign "g0-overrun_c.c g0-overrun-unknown_c.c" }
   { dg-status abort }
   { dg-output "(Segmentation fault[^\n]*\n)?" }  */

#include <cgo.h>

void c_overrun (void) CGO_CALL;

int
main (void)
{
  c_overrun ();
  return 0;
}
