/* The address of a foreign function is its thunk's, in code and in data: C called
   through it runs on g0.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "__cgo_thunk\\.c_int" } }
   { dg-final { scan-function "" "\\.quad\t__cgo_thunk\\.c_int$" } }
   { dg-final { scan-function "" "\\.quad\t__cgo_thunk\\.printf\\.v$" } }
   { dg-final { scan-function-not "" "\\.quad\t(c_int|printf)$" } }  */

#include <stdio.h>

int c_int (int) __attribute__ ((cgo_call));
void take (int (*) (int));

int (*in_data) (int) = c_int;
struct { int n; int (*p) (const char *, ...); } table[] = { { 1, printf } };

void
f (void)
{
  take (c_int);
}
