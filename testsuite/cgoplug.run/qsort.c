/* Without goroutine code that runs on a system stack as it is, the oldest callback
   of C, qsort's comparator, breaks; with cgo_export it runs on the goroutine.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <search.h>

enum { N = 2000 };

static unsigned long guards;

static int
plain (const void *a, const void *b)
{
  guards |= guard_slot ();
  return *(const int *) a - *(const int *) b;
}

NOINLINE static long
deep (long n)
{
  volatile long here = n;
  return n == 0 ? 0 : deep (n - 1) + here - n + 1;
}

CGO_EXPORT int
exported (const void *a, const void *b)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (deep (50), 50);
  return *(const int *) b - *(const int *) a;
}

int
main (void)
{
  static int v[N];
  for (int i = 0; i < N; i++)
    v[i] = i * 7919 % N;
  qsort (v, N, sizeof v[0], plain);
  CHECK_EQ (guards, 0);
  for (int i = 0; i < N; i++)
    CHECK_EQ (v[i], i);
  qsort (v, N, sizeof v[0], exported);
  for (int i = 0; i < N; i++)
    CHECK_EQ (v[i], N - 1 - i);
  int key = 17;
  int *found = bsearch (&key, v, N, sizeof v[0], exported);
  CHECK_EQ (found - v, N - 1 - 17);
  return 0;
}
