/* A callback on a stack of C's own goes on while one that C has made later is not over: that one
   is taken for left, as its frames are in the way.  When C goes on with it all the same: a
   named error, and not a callback with another's frames.

   { dg-foreign "stack-switch-callback_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: C returns to a callback that was left; it has switched stacks\n" }  */

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
