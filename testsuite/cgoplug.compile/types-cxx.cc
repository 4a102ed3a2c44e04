// cgo_call on members, references, aliases and pointers of C++.
//
// { dg-options "-O2 -Wall -Wextra" }
// { dg-final { scan-function-times "_Z1fR5tableRFivEPS1_" "__cgo_pthunk\\.block$" 2 } }
// { dg-final { scan-function-times "_Z1fR5tableRFivEPS1_" "__cgo_pthunk\\.default$" 2 } }
// { dg-final { scan-function-times "_Z1fR5tableRFivEPS1_" "__cgo_thunk\\._ZN5table6memberEv\\.nb$" 1 } }
// { dg-final { scan-function-times "_Z1fR5tableRFivEPS1_" "__cgo_thunk\\._ZN5table7static_Ev$" 1 } }
// { dg-final { scan-function-not "_Z1fR5tableRFivEPS1_" "ithunk" } }

#include <cgo.h>

using alias CGO_CALL_BLOCKING = int (*) ();
struct table
{
  alias a;
  int (*p) () CGO_CALL;
  CGO_CALL_NONBLOCKING int member ();
  CGO_CALL static int static_ ();
};

int
f (table &t, int (&reference) () CGO_CALL, int (*parameter) () CGO_CALL_BLOCKING)
{
  return t.a () + t.p () + t.member () + table::static_ () + reference () + parameter ();
}
