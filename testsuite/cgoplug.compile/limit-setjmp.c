/* What returns twice, and the way back, are errors: the stack may have changed.

   { dg-options "-O2" }  */

#include <setjmp.h>
#include <unistd.h>

jmp_buf buf;

int
f (void)
{
  return setjmp (buf); /* { dg-error "returns twice and cannot be called from goroutine code yet; call it in a function marked 'cgo_call'" } */
}

int
v (void)
{
  return vfork (); /* { dg-error "'vfork' returns twice and cannot be called from goroutine code yet" } */
}

void
g (void)
{
  longjmp (buf, 1); /* { dg-error "'longjmp' cannot be called from goroutine code yet" } */
}
