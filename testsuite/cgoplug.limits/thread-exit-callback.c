/* pthread_exit in a callback would drop C's frames: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: pthread_exit in a callback from C, whose frames it would drop\n" }  */

#include <cgo.h>
#include <pthread.h>
#include <stdlib.h>

CGO_EXPORT int
compare (const void *a, const void *b)
{
  (void) a, (void) b;
  pthread_exit (NULL);
}

int
main (void)
{
  int v[] = { 3, 1, 2 };
  qsort (v, 3, sizeof v[0], compare);
  return 0;
}
