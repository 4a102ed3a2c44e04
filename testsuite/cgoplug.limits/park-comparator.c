/* Waiting under a C function that was called from a goroutine, in code that is not
   exported, so that C calls it on its own stack: a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: [^\n]* would park on a system stack; only a goroutine can wait\n" }  */

#include <cgo.h>
#include <stdlib.h>

static cgo_mutex m;

static int
compare (const void *a, const void *b)
{
  cgo_mutex_lock (&m);
  return *(const int *) a - *(const int *) b;
}

int
main (void)
{
  int v[] = { 3, 1, 2 };
  cgo_mutex_lock (&m);
  qsort (v, 3, sizeof v[0], compare);
  return 0;
}
