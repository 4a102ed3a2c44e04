/* Gotos out of a nested function.

   { dg-options "-O2 -Wno-trampolines" }  */

void use (int (*) (int));

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
  use (nested);
out:
  return n;
}
