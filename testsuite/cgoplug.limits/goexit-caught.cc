/* A catch block that does not rethrow what ends a goroutine: a named error, as for a
   thread, for the caller of cgo_goexit does not expect to go on.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: the end of a goroutine was caught and not rethrown\n" }  */

#include <cgo.h>

int
main ()
{
  try
    {
      cgo_goexit ();
    }
  catch (...)
    {
    }
}
