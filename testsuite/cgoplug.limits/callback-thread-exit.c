/* A foreign thread calls back and ends, thousands of times: its M and goroutine are
   given to the next one, and the process does not grow.

   { dg-foreign "callback-thread-exit_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

void c_threads (int n, void (*fn) (void)) CGO_CALL;
long c_resident (void) CGO_CALL;	/* kB */

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
  c_threads (1000, count);
  long before = c_resident ();
  c_threads (2000, count);
  CHECK_EQ (calls, 3000);
  CHECK (c_resident () < before + 2000);
  CHECK_EQ (cgo_numgoroutine (), 1);
  return 0;
}
