/* Without no-PLT calls the dynamic linker runs on the goroutine's stack.  Calls of
   other goroutine units go through the GOT; what is in this unit is called
   directly, or through the GOT, never through the PLT.

   { dg-options "-O2 -fPIC" }
   { dg-final { scan-function "f" "call\t\\*other@GOTPCREL\\(%rip\\)" } }
   { dg-final { scan-function-not "" "@PLT" } }  */

extern int other (int);

int
g (int x)
{
  return other (x) + x;
}

int
f (int x)
{
  return other (x) + g (x + 1) * x;
}
