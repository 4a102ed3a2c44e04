/* A named error in a callback on a thread of C names the goroutine that it runs on, and ends
   the process whatever C's other threads do.

   { dg-foreign "callback-after-main-thread_c.c" }
   { dg-status 2 }
   { dg-output "cgo: goroutine \[0-9\]+: unlock of an unlocked mutex\n\ngoroutine \[0-9\]+ \\\[running\[^\n\]*\n\tfails at .*\tthread at .*" }  */

#include <cgo.h>

void c_wait_for_thread (void (*fn) (void)) CGO_CALL;

CGO_EXPORT void
fails (void)
{
  static cgo_mutex m;
  cgo_gosched ();
  cgo_mutex_unlock (&m);
  cgo_gosched ();
}

int
main (void)
{
  c_wait_for_thread (fails);
  return 0;
}
