/* Only a goroutine has a name: on a system stack, a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_goname on a system stack; only a goroutine has a name\n" }  */

#include <cgo.h>
#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  (void) a, (void) b;
  return cgo_goname ("compare");
}

int
main (void)
{
  int v[] = { 3, 1, 2 };
  qsort (v, 3, sizeof v[0], compare);
  return 0;
}
