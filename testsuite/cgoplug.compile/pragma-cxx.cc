// The pragma in C++: functions in namespaces and of C, members and constructors that are
// only declared; bodies, templates and virtual calls are what they were.
//
// { dg-options "-O2 -Wall -Wextra" }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\.c_function$" } }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\._ZN3lib8functionEi\\.block$" } }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\._ZN3lib5thingC1Ei$" } }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\._ZN3lib5thing6memberEv$" } }
// { dg-final { scan-function "_Z1fv" "__cgo_thunk\\._ZN3lib5thing6staticEv$" } }
// { dg-final { scan-function "_Z1fv" "call\t\\*_ZN5other8functionEi@GOTPCREL" } }
// { dg-final { scan-function-not "_Z1fv" "__cgo_thunk\\.\[a-zA-Z0-9_\]*inner" } }
// { dg-final { scan-function "" "__cgo_thunk\\.c_function$" } }

#include <cgo.h>

CGO_CALL_PUSH
extern "C" int c_function (int);
namespace lib
{
#pragma cgo call push blocking
  int function (int);
#pragma cgo call pop
  struct thing
  {
    thing (int);
    int member ();
    static int static_ () __asm__ ("_ZN3lib5thing6staticEv");
    __attribute__ ((noinline)) int inner () { return c_function (7) + x; }
    int x;
  };
  template <class T> __attribute__ ((noinline)) int
  template_inner (T t)
  {
    return c_function (t) + 1;
  }
}
CGO_CALL_POP

namespace other { CGO_SPLIT int function (int); }

int
f ()
{
  lib::thing t (1);
  return c_function (1) + lib::function (2) + t.member () + t.inner ()
	 + lib::thing::static_ () + other::function (3) + lib::template_inner (4);
}
