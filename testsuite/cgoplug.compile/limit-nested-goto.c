/* A function without a check may be nested, but not jump into one that has a check.

   { dg-options "-O2 -Wno-trampolines" }  */

void use (int (*) (int));

int
f (int n) /* { dg-error "a goto out of a nested function cannot be goroutine code yet; return a value and test it" } */
{
  __label__ out;
  __attribute__ ((cgo_nosplit)) int nested (int m)
  {
    if (m)
      goto out;
    return n;
  }
  use (nested);
out:
  return n;
}
