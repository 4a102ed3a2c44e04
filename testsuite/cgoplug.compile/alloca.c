/* alloca asks whether there is room, and a return whether there is a block to end; an
   array of constant size asks nothing.

   { dg-options "-O2" }
   { dg-final { scan-function-times "f" "%fs:.?0x70|%fs:112" 2 } }
   { dg-final { scan-function "f" "call\t\\*__cgo_alloca@GOTPCREL" } }
   { dg-final { scan-function "f" "call\t\\*__cgo_alloca_release@GOTPCREL" } }
   { dg-final { scan-function-not "g" "__cgo_alloca" } }  */

__attribute__ ((cgo_split)) void use (void *);

void
f (int n)
{
  use (__builtin_alloca (n));
}

void
g (void)
{
  int n = 100;
  char a[n];
  use (a);
}
