/* Without stack growth a recursion of a million frames from 4 KiB is a SIGSEGV.
   Several depths, so that each segment boundary is met at several places.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

NOINLINE static long
sum (long n)
{
  volatile char room[24];
  room[n % 24] = n;
  if (n == 0)
    return 0;
  return sum (n - 1) + n + room[n % 24] - (char) n;
}

int
main (void)
{
  for (long n = 1; n < 3000; n += 97)
    CHECK_EQ (sum (n), n * (n + 1) / 2);
  /* In the stress mode each frame takes a segment: 4 GB would be too much.  */
  const char *debug = getenv ("CGODEBUG");
  long most = debug && strstr (debug, "morestack") ? 10000 : 1000000;
  CHECK_EQ (sum (most), most * (most + 1) / 2);
  CHECK_EQ (sum (most), most * (most + 1) / 2);
  return 0;
}
