/* The second file of values.c: the same stubs, a static exported function of the same name,
   an exported one with a symbol of its own.  */

#include "values.h"
#include "check.h"

#include <stdlib.h>

#pragma cgo CFLAGS: -DFROM_PRAGMA=7
#pragma cgo LDFLAGS: -lm

extern long c_back (long) CGO_CALL;
static int voids;

static CGO_EXPORT int
compare (const void *a, const void *b)
{
  CHECK (guard_slot () != 0);
  return *(const int *) b - *(const int *) a;
}

CGO_EXPORT void
go_void (void)
{
  CHECK (guard_slot () != 0);
  voids++;
}

CGO_EXPORT struct wide
go_wide (struct wide w, struct pair p, float f)
{
  CHECK (guard_slot () != 0);
  CHECK (p.x == 1.5 && p.y == 2.5f && f == .25f);
  w.v[8] += c_visit (go_visit, 3, &w.v[0]);
  return w;
}

long
go_label (long n)
{
  CHECK (guard_slot () != 0);
  return n + FROM_PRAGMA;
}

long
twin (long n)
{
  CHECK (guard_slot () != 0);
  return n * 10;
}

long
other (long n)
{
  int list[] = { 3, 9, 5 };
  qsort (list, 3, sizeof *list, compare);
  CHECK_EQ (list[0] * 100 + list[1] * 10 + list[2], 953);
  CHECK_EQ (go_label (1), 8);
  CHECK_EQ (CGO_C (twin) (3), 31);
  CHECK_EQ (twin (4), 40);
  CHECK (c_sum ("id", 1, 2.5) == 3.5);
  long sum = c_back (n);
  CHECK (voids > 0);
  return sum;
}
