/* A foreign thread calls back and ends, thousands of times: its M and goroutine are
   given to the next one, and the process does not grow.

   { dg-foreign "callback-thread-exit_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

void c_threads (int n, void (*fn) (void)) CGO_CALL;

static int calls;

CGO_EXPORT void
count (void)
{
  __atomic_fetch_add (&calls, 1, __ATOMIC_RELAXED);
  cgo_gosched ();
}

int
main (void)
{
  c_threads (2000, count);
  CHECK_EQ (calls, 2000);
  CHECK_EQ (cgo_numgoroutine (), 1);
  return 0;
}
