/* A goroutine that calls C which it is not lent for, 20 us at a time, is hardly ever in
   goroutine code when somebody wants it to stop: without a request that waits for C to
   return the others starve.  Without stack arguments and with.

   { dg-foreign "preempt-long_c.c" }  */

#include <cgo.h>
#include "check.h"

void short_of_lending (long n) CGO_CALL_NONBLOCKING;
void with_arguments (long n, long, long, long, long, long, long) CGO_CALL_NONBLOCKING;

static _Atomic int turns;

static void
other (void)
{
  for (;;)
    {
      turns++;
      cgo_gosched ();
    }
}

int
main (void)
{
  for (int i = 0; i < cgo_maxprocs (); i++)
    CHECK_EQ (cgo_go (other), 0);
  long calls = 0;
  for (int seen = turns; turns - seen < 3; calls++)
    short_of_lending (10000);
  for (int seen = turns; turns - seen < 3; calls++)
    with_arguments (10000, 0, 0, 0, 0, 0, 0);
  /* 10 ms each, which are some 500 calls.  */
  CHECK (calls < 100000);
  return 0;
}
