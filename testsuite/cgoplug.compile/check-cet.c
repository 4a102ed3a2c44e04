/* Without endbr64 after `ret', __morestack's indirect call into the body faults
   where -fcf-protection=branch is enforced.

   { dg-options "-O2 -fcf-protection=branch" }
   { dg-final { scan-function "f" "call\t__morestack\n(\t\\.cfi\[^\n\]*\n)*\tret\n(\t\\.cfi\[^\n\]*\n)*\tendbr64" } }  */

extern int g (int *);

int
f (int x)
{
  int a[4] = { x, x, x, x };
  return g (a) + a[1];
}
