/* A variadic definition is an error, not wrong code: its unnamed arguments stay on
   the old segment.

   { dg-options "-O2" }  */

#include <stdarg.h>

int
variadic (int n, ...) /* { dg-error "variadic function 'variadic' cannot be goroutine code yet" } */
{
  va_list ap;
  va_start (ap, n);
  int r = va_arg (ap, int);
  va_end (ap);
  return r;
}
