/* cgo_lock_os_thread in a function that C called on its own stack, where no goroutine runs that
   could be locked: a named error that says so.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_lock_os_thread on a system stack; only a goroutine can be locked to its thread\n" }  */

#include <cgo.h>
#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  cgo_lock_os_thread ();
  return *(const int *) a - *(const int *) b;
}

int
main (void)
{
  int v[] = { 3, 1, 2 };
  qsort (v, 3, sizeof v[0], compare);
  return 0;
}
