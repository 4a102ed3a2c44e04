/* Waiting in a constructor, before there are goroutines: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: cgo_sleep would park on a system stack; only a goroutine can wait\n" }  */

#include <cgo.h>

__attribute__ ((constructor)) static void
early (void)
{
  cgo_sleep (CGO_MILLISECOND);
}

int
main (void)
{
  return 0;
}
