/* C stops in a callback, on a stack of its own, and returns to the goroutine that called it;
   then it goes on with the callback, whose frames on the goroutine's stack have been
   overwritten: a named error.

   { dg-foreign "stack-switch_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: C returns to a callback that was left; it has switched stacks\n" }  */

#include <cgo.h>

void c_begin (void) CGO_CALL;
void c_go_on (void) CGO_CALL;
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
  c_go_on ();
  return 0;
}
