/* cgo_go passes its arguments where a call of the function would, the function in
   r10, and calls the stub for the bytes on the stack, another if vector registers are used.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "(call|jmp)\t__cgo_go\\.0\\.x$" } }
   { dg-final { scan-function "f" "worker(@GOTPCREL)?\\(%rip\\), %r10|.worker, %r10" } }
   { dg-final { scan-function "g" "(call|jmp)\t__cgo_go\\.16$" } }
   { dg-final { scan-function "__cgo_go.16" ".16, %r11d" } }
   { dg-final { scan-function "__cgo_go.0.x" ".1, %r11d" } }
   { dg-final { scan-function "__cgo_go.16" "jmp\t\\*__cgo_newproc@GOTPCREL\\(%rip\\)" } }
   { dg-final { scan-function-not "" "call\t\\*?cgo_go(@|$)" } }  */

#include <cgo.h>

void worker (int, double);
void many (int, int, int, int, int, int, int, int);

int
f (void)
{
  return cgo_go (worker, 1, 2) + 1;
}

int
g (void)
{
  return cgo_go (many, 1, 2, 3, 4, 5, 6, 7, 8) + 1;
}
