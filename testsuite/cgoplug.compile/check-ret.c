/* __morestack's protocol: `call __morestack', `ret', and the body is entered behind
   that one byte.

   { dg-options "-O2 -fcf-protection=none" }
   { dg-final { scan-function "f" "call\t__morestack\n(\t\\.cfi\[^\n\]*\n)*\tret\n(\t\\.cfi\[^\n\]*\n)*\tjmp\t" } }  */

extern int g (int *);

int
f (int x)
{
  int a[4] = { x, x, x, x };
  return g (a) + a[1];
}
