/* cgo_export: the public name is the entry, the body a local symbol; calls inside
   the unit go to the body, the address is the entry's.

   { dg-options "-O2" }
   { dg-final { scan-function "" "\\.globl\texported$" } }
   { dg-final { scan-function-not "" "\\.globl\texported\\.cgo$" } }
   { dg-final { scan-function "exported" "cmpq\t.0, %fs:(112|0x70)" } }
   { dg-final { scan-function "exported" "jmp\t__cgo_callback$" } }
   { dg-final { scan-function "exported" "leaq\texported\\.cgo\\(%rip\\), %r11" } }
   { dg-final { scan-function "exported8" ".16, %r10d" } }
   { dg-final { scan-function "" "\\.quad\texported$" } }  */

#include <cgo.h>

int other (int *);

CGO_EXPORT int
exported (int x)
{
  int v[4] = { x };
  return other (v) + 1;
}

CGO_EXPORT long
exported8 (long a, long b, long c, long d, long e, long f, long g, long h)
{
  return a + b + c + d + e + f + g + h;
}

int (*pointer) (int) = exported;
