// cgo_foreign_ptr in C++, in templates too.
//
// { dg-options "-O2 -Wall -Wextra" }
// { dg-final { scan-function "_Z1fPv" "__cgo_pthunk\\.default$" } }
// { dg-final { scan-function "_Z1gPFiiE" "__cgo_pthunk\\.default$" } }
// { dg-final { scan-function "_Z1hPFiiE" "__cgo_pthunk\\.default$" } }
// { dg-final { scan-function-not "" "__cgo_ithunk" } }

#include <cgo.h>

int f (void *p) { return ((int (*) (int)) cgo_foreign_ptr (p)) (3) + 1; }
int g (int (*p) (int)) { return cgo_foreign_ptr (p) (3) + 1; }
template <typename T> static T call (T (*p) (T), T x) { return cgo_foreign_ptr (p) (x) + 1; }
int h (int (*p) (int)) { return call (p, 4); }
