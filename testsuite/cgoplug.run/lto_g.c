/* lto_g.c - the other unit of goroutine code of lto.c.  */

#include <cgo.h>
#include <stdlib.h>
#include "lto.h"

int
lto_deep (int n)
{
  volatile char room[200];
  room[n % 200] = 1;
  return n ? lto_deep (n - 1) + room[n % 200] : 0;
}

/* The largest first.  */
static int CGO_EXPORT
compare (const void *a, const void *b)
{
  return *(const int *) b - *(const int *) a;
}

int
lto_sorted (int n)
{
  int v[3] = { 1, n, 0 };
  qsort (v, 3, sizeof *v, compare);
  return v[0];
}
