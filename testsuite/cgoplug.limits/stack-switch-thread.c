/* C stops in a callback, on a stack of its own, and goes on with it on another thread, where
   the goroutine is not: a named error.

   { dg-foreign "stack-switch_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: C returns on another thread than it was called on; it has switched stacks\n" }  */

#include <cgo.h>

void c_begin (void) CGO_CALL;
void c_go_on_on_thread (void) CGO_CALL;
void c_stop (void) CGO_CALL;

CGO_EXPORT void
stops (void)
{
  c_stop ();
}

int
main (void)
{
  c_begin ();
  c_go_on_on_thread ();
  return 0;
}
