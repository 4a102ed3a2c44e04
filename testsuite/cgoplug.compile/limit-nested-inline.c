/* A nested function that would always be inlined, and was not.

   { dg-options "-O2 -Wno-trampolines" }  */

void use (int (*) (int));

int
f (int n)
{
  inline __attribute__ ((always_inline)) int nested (int m) { return n + m; } /* { dg-error "'nested' takes a static chain and cannot be goroutine code yet; pass what it needs as an argument" } */
  use (nested);
  return n;
}
