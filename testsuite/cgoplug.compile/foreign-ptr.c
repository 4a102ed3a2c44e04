/* Without cgo_foreign_ptr a call through a pointer that is known to lead to C looks at
   what it points to each time.  A cast between it and the call changes nothing.

   { dg-options "-O2 -Wall -Wextra -Wpedantic" }
   { dg-final { scan-function "f" "__cgo_pthunk\\.default$" } }
   { dg-final { scan-function "g" "__cgo_pthunk\\.default$" } }
   { dg-final { scan-function "h" "__cgo_pthunk\\.default$" } }
   { dg-final { scan-function "i" "__cgo_pthunk\\.default\\.(24|32)$" } }
   { dg-final { scan-function "j" "__cgo_pthunk\\.block$" } }
   { dg-final { scan-function "k" "__cgo_ithunk\\.0$" } }
   { dg-final { scan-function-not "f" "ithunk" } }
   { dg-final { scan-function-times "once" "\\*lookup@GOTPCREL" 1 } }  */

#include <cgo.h>

CGO_SPLIT void *lookup (const char *);
struct table { int (*op) (int); int (*wait) (int) CGO_CALL_BLOCKING; };

int f (void *p) { return ((int (*) (int)) cgo_foreign_ptr (p)) (3) + 1; }
int g (struct table *t) { return cgo_foreign_ptr (t->op) (3) + 1; }

int
h (void *p)
{
  int (*q) (int) CGO_CALL = (CGO_CALL int (*) (int)) cgo_foreign_ptr (p);
  return q (1) + q (2);
}

long
i (void *p)
{
  typedef long (*nine) (long, long, long, long, long, long, long, long, long);
  return ((nine) cgo_foreign_ptr (p)) (1, 2, 3, 4, 5, 6, 7, 8, 9) + 1;
}

int j (struct table *t) { return ((int (*) (long)) (void (*) (void)) t->wait) (4) + 1; }
int k (int (*p) (int)) { return p (3) + 1; }
int once (void) { return ((int (*) (int)) cgo_foreign_ptr (lookup ("x"))) (3) + 1; }
