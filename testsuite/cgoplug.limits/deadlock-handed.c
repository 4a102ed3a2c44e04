/* Whoever a mutex was handed to holds it, and one that ended with it locked still does: not
   whoever locked it first.

   { dg-env "CGOTRACEBACK=single" }
   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n" }
   { dg-output "\ngoroutine 1 .mutex lock 0x\[0-9a-f\]+ held by goroutine 2, which has ended, \[0-9\]+ m?s.:\n\tmain at \[^\n\]*\n" }  */

#include <cgo.h>

static cgo_mutex m;

static void
keeps (void)
{
  cgo_mutex_lock (&m);
}

int
main (void)
{
  cgo_mutex_lock (&m);
  cgo_go (keeps);
  cgo_sleep (20 * CGO_MILLISECOND);
  cgo_mutex_unlock (&m);
  cgo_mutex_lock (&m);
  return 0;
}
