/* What __builtin_apply copies is an alloca that only the check can allow for.

   { dg-options "-O2" }  */

void use (void *);
__attribute__ ((cgo_split)) void callee (int);

void
f (int n)
{
  void *args = __builtin_apply_args ();
  use (__builtin_apply ((void (*) ()) callee, args, 64));
  use (__builtin_apply ((void (*) ()) callee, args, n)); /* { dg-error "'__builtin_apply' in goroutine code needs a constant size of at most 512 bytes" } */
  use (__builtin_apply ((void (*) ()) callee, args, 4096)); /* { dg-error "'__builtin_apply' in goroutine code needs a constant size of at most 512 bytes" } */
}
