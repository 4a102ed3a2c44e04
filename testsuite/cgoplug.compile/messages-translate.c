/* What cannot be translated, where the place says it.

   { dg-options "-fsyntax-only -fplugin-arg-cgoplug-translate=/dev/null" }  */

int variadic (int, ...) __attribute__ ((cgo_call));
extern _Decimal64 decimal;
__thread int local;
int (*pointer) (int) __attribute__ ((cgo_call));

int
f (void)
{
  variadic (1, decimal); /* { dg-error "'_Decimal64', which 'variadic' takes or returns, cannot be told to another compiler; pass a pointer to it" } */
  local++; /* { dg-error "thread-local 'local' in code that is translated could be another thread's when the goroutine moves; move what uses it to C" } */
  return pointer (1); /* { dg-error "a call through a pointer to C cannot be translated; call a C function that makes the call" } */
}
