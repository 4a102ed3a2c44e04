/* In C++ too: an exported function gets a name for C instead of the mangled one, and C's function
   is not the one of that name here.  */

#include <cgo.h>
#include "check.h"

extern "C" long go_plus (long);
long plus (long) CGO_EXPORT_AS ("go_plus");
extern "C" long CGO_C (labs) (long);

static long
labs (long n)
{
  return n - 1;
}

long
plus (long n)
{
  volatile char room[2000];
  room[0] = 0;
  CHECK (guard_slot () != 0);
  return n + 1 + room[0];
}

int
main ()
{
  CHECK_EQ (CGO_C (labs) (-3), 3);
  CHECK_EQ (labs (-3), -4);
  CHECK_EQ (plus (4), 5);
  CHECK_EQ (go_plus (4), 5);
  return 0;
}
