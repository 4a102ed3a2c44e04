/* An argument of variable size is copied by an alloca that the pass does not see.

   { dg-options "-O2" }  */

void use ();

void
f (int n) /* { dg-error "'f' passes an argument of variable size and cannot be goroutine code; pass its address" } */
{
  struct { char c[n]; } v;
  v.c[0] = 1;
  use (v);
}

/* Runs on g0: fine.  */
__attribute__ ((cgo_call)) void
c (int n)
{
  struct { char c[n]; } v;
  v.c[0] = 1;
  use (v);
}
