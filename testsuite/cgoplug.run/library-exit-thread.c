/* The initial thread of a program in C, which has called back, ends by pthread_exit while
   others go on; the process lives until the last of them ends, and main's goroutine is free
   for the next.  Without a way back for the first M it would be an error, or an M with
   pointers into a thread that is gone.

   { dg-library "shared" }
   { dg-foreign "library-exit-thread_c.c" }
   { dg-status 3 }
   { dg-output "last 100\n" }  */

#include <cgo.h>
#include "check.h"

static long calls;

CGO_EXPORT long
lib_count (void)
{
  CHECK (guard_slot () != 0);
  cgo_sleep (CGO_MICROSECOND);
  return ++calls;
}

CGO_EXPORT int
lib_goroutines (void)
{
  return cgo_numgoroutine ();
}
