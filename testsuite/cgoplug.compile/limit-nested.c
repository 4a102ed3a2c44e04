/* Nested functions that use what they are nested in, and gotos out of them.

   { dg-options "-O2 -Wno-trampolines" }  */

void use (int (*) (int));

int
f (int n)
{
  int nested (int m) { return n + m; } /* { dg-error "nested function 'nested' uses variables of the enclosing function and cannot be goroutine code yet; pass them as arguments" } */
  use (nested);
  return n;
}

int
g (int n)
{
  __label__ out;
  int nested (int m)
  {
    if (m)
      goto out; /* { dg-error "a goto out of a nested function cannot be goroutine code yet; return a value and test it" } */
    return n;
  }
  /* { dg-error "nested function 'nested' uses variables" "" { target *-*-* } 19 } */
  use (nested);
out:
  return n;
}
