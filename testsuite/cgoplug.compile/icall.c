/* A call through a pointer becomes one of a stub that looks for the mark in front of goroutine
   code; the pointer goes in r11.  What no pointer can reach has no mark.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "jmp\t__cgo_ithunk\\.0$" } }
   { dg-final { scan-function "many" "call\t__cgo_ithunk\\.16$" } }
   { dg-final { scan-function "__cgo_ithunk.16" "cmpl\t.0x6f67630b, -4\\(%r11\\)" } }
   { dg-final { scan-function "__cgo_ithunk.16" "movl\t.16, %r10d" } }
   { dg-final { scan-function "__cgo_ithunk.16" "jmp\t__cgo_icall$" } }
   { dg-final { scan-function-times "" "^\t\\.long\t0x6f67630b" 6 } }  */

int
f (int (*p) (int), int x)
{
  return p (x);
}

int
many (int (*p) (int, int, int, int, int, int, int, int), int x)
{
  return p (x, x, x, x, x, x, x, x) + 1;
}

__attribute__ ((noinline)) static int
taken (int x)
{
  return x + 1;
}

/* No mark.  */
__attribute__ ((noinline)) static int
called (int x)
{
  volatile int y = x;
  return y + 1;
}

int (*table[]) (int) = { taken };

int
both (int x)
{
  return taken (x) + called (x);
}
