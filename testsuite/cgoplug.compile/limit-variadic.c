/* A variadic definition is an error, not wrong code: its unnamed arguments stay on
   the old segment.

   { dg-options "-O2" }  */

#include <stdarg.h>

int
variadic (int n, ...) /* { dg-error "variadic function 'variadic' cannot be goroutine code yet; mark it 'cgo_call', so that it runs on the big stack and waits for no goroutine, or let it take a 'va_list'" } */
{
  va_list ap;
  va_start (ap, n);
  int r = va_arg (ap, int);
  va_end (ap);
  return r;
}
