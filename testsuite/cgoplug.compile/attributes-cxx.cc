// The attributes as C++ writes them.
//
// { dg-options "-O2 -Wall -Wextra -std=c++17" }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\.c_one" } }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\.c_two" } }
// { dg-final { scan-function "" "jmp\t__cgo_asmcall_nb0?$" } }

#include <cgo.h>

extern "C"
{
  [[cgo::call]] int c_one ();
  [[cgo::call ("nonblocking")]] int c_two ();
}

int
f ()
{
  return c_one () + c_two ();
}
