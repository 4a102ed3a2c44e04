/* cgo_goexit in a function that C called on its own stack: a named error, as C is left.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_goexit on a system stack; only a goroutine can end\n" }  */

#include <cgo.h>
#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  (void) a, (void) b;
  cgo_goexit ();
}

int
main (void)
{
  int v[] = { 3, 1, 2 };
  qsort (v, 3, sizeof v[0], compare);
  return 0;
}
