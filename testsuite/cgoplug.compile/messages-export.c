/* Functions that C cannot call, exported.

   { dg-options "-O2" }  */

__attribute__ ((cgo_export)) int variadic (int n, ...); /* { dg-error "variadic function 'variadic' cannot be exported to C; export one that takes a 'va_list'" } */

__attribute__ ((cgo_export)) inline int
in_line (int n) /* { dg-error "inline function 'in_line' cannot be exported to C: its entry needs one definition; remove 'inline' or make it 'static'" } */
{
  return n;
}
