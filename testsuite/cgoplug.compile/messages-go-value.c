/* cgo_go is a form of call, not a function: it has no address.

   { dg-options "-O2" }  */

#include <cgo.h>

void *
f (void)
{
  return (void *) cgo_go; /* { dg-error "'cgo_go' can only be called: it has no address" } */
}
