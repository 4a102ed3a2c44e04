// A goroutine may outlive what a reference refers to.
//
// { dg-options "-O2" }

#include <cgo.h>

void takes (int &);

void
f (int n)
{
  cgo_go (takes, n); // { dg-error "argument 1 for 'takes' in 'cgo_go' has type 'int&', which is passed by reference and may outlive its object; pass a pointer" }
}
