/* alloca and variable-length arrays are errors, not overruns.

   { dg-options "-O2" }  */

void use (void *);

void
f (int n)
{
  use (__builtin_alloca (n)); /* { dg-error "'alloca' cannot be used in goroutine code yet; use 'malloc', or mark 'f' 'cgo_call', so that it runs on the big stack and waits for no goroutine" } */
}

void
g (int n)
{
  int a[n]; /* { dg-error "a variable-length array cannot be used in goroutine code yet; use 'malloc', or mark 'g' 'cgo_call', so that it runs on the big stack and waits for no goroutine" } */
  use (a);
}

/* Runs on g0: fine.  */
__attribute__ ((cgo_call)) void
c (int n)
{
  int a[n];
  use (a);
}
