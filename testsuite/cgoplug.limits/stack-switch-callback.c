/* A callback on a stack of C's own stops while one that C has made later is not over, and
   returns before that: a named error.

   { dg-foreign "stack-switch-callback_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: a callback returns before one that C has made later, or was left; C has switched stacks\n" }  */

#include <cgo.h>

void c_two (void (*fn) (void)) CGO_CALL;
void c_switch (void) CGO_CALL_NONBLOCKING;

CGO_EXPORT void
called (void)
{
  c_switch ();
}

int
main (void)
{
  c_two (called);
  return 0;
}
