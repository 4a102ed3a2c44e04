/* cgo_call in every place where a type may stand: a call by such a type is one of C, in
   its mode, and does not look at what the pointer points to.

   { dg-options "-O2 -Wall -Wextra" }
   { dg-final { scan-function-times "f" "__cgo_pthunk\\.default$" 5 } }
   { dg-final { scan-function-times "f" "__cgo_pthunk\\.nb$" 2 } }
   { dg-final { scan-function-times "f" "__cgo_pthunk\\.block$" 2 } }
   { dg-final { scan-function-times "f" "__cgo_pthunk\\.pin$" 1 } }
   { dg-final { scan-function-times "f" "call\t\\*%r10$" 1 } }
   { dg-final { scan-function-times "f" "__cgo_thunk\\.declared\\.nb$" 1 } }
   { dg-final { scan-function-times "f" "__cgo_thunk\\.typeof_declared\\.nb$" 1 } }
   { dg-final { scan-function-not "f" "ithunk" } }
   { dg-final { scan-function "leaf_last" "jmp\t\\*%r10$" } }  */

#include <cgo.h>

typedef int function (int) CGO_CALL_NONBLOCKING;
typedef int (*pointer) (int) CGO_CALL;
typedef pointer array[2];
function declared;
__typeof__ (declared) typeof_declared;

struct table
{
  pointer p;
  int (*q) (int) CGO_CALL_BLOCKING;
  int (*r[2]) (int) CGO_CALL_PIN;
  function *s;
  CGO_CALL_LEAF (64) int (*t) (int);
};

int
f (struct table *t, int (*parameter) (int) CGO_CALL, array a, pointer *to,
   __typeof__ (declared) *by_typeof, long word)
{
  int (*local) (int) CGO_CALL_BLOCKING = (CGO_CALL_BLOCKING int (*) (int)) word;
  return t->p (1) + t->q (2) + t->r[1] (3) + t->s (4) + t->t (5) + parameter (6)
	 + a[1] (7) + (*to) (8) + by_typeof (9) + local (10) + ((pointer) word) (11)
	 + declared (12) + typeof_declared (13);
}

int leaf_last (struct table *t) { return t->t (1); }
