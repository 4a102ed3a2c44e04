/* Where a library brings the runtime into a program of C, SIGQUIT is C's, and what it does is what
   it does without us.

   { dg-library "shared" }
   { dg-foreign "quit-library_c.c" }
   { dg-before "ulimit -c 0;" }
   { dg-status abort }
   { dg-output "(Quit\[^\n\]*\n)?" }  */

#include <cgo.h>

CGO_EXPORT int
exported (void)
{
  cgo_gosched ();
  return cgo_goid () != 0;
}
