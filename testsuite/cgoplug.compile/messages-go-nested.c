/* A nested function may outlive what it is nested in when it is a goroutine.

   { dg-options "-O2" }  */

#include <cgo.h>

void
f (int n)
{
  void nested (void) { }
  cgo_go (nested); /* { dg-error "nested function 'nested' cannot be started as a goroutine, which may outlive the enclosing function; move it to file scope" } */
}
