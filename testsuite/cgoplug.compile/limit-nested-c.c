/* C with a static chain: its thunk needs the register of that.

   { dg-options "-O2 -Wno-trampolines" }  */

void use (int (*) (int));

int
f (int n)
{
  __attribute__ ((cgo_call)) int nested (int m) { return n + m; } /* { dg-error "nested function 'nested' uses variables of the enclosing function and cannot be called as C; pass them as arguments" } */
  __attribute__ ((cgo_call)) int closed (int m) { return m; }
  use (nested);
  use (closed);
  return nested (n);
}
