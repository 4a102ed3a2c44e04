/* Weak functions: a missing one has no marker either, and its thunk is never null.

   { dg-options "-O2" }  */

int unknown (int) __attribute__ ((weak));
int c_weak (int) __attribute__ ((weak, cgo_call));
static int c_ref (int) __attribute__ ((weakref ("elsewhere")));

int
f (int x)
{
  if (unknown) /* { dg-error "weak 'unknown' may be missing when the program is linked, so that nothing shows whether it is C; declare it 'cgo_call' if it is, and 'cgo_split' if it is goroutine code" } */
    return x;
  return 1;
}
int g (int x) { return c_ref (x); } /* { dg-error "weak 'c_ref' may be missing" } */
