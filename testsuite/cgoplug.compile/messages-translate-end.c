/* What cannot be translated, as is known at the end of the file.

   { dg-options "-fsyntax-only -fplugin-arg-cgoplug-translate=/dev/null" }  */

#include <setjmp.h>

_Decimal64 decimal (int) __attribute__ ((cgo_call));
int variadic (int, ...) __attribute__ ((cgo_call));
int weak (int) __attribute__ ((cgo_call, weak));
jmp_buf buffer;
int renamed (int) __attribute__ ((cgo_export ("other")));

__attribute__ ((cgo_call)) int
body (int n) /* { dg-error "'body' is C and has its body in a file that is translated; move it to a file of its own" } */
{
  return n;
}

int (*table[]) (int, ...) = {
  variadic /* { dg-error "the address of C function 'variadic', which has no fixed list of parameters, cannot be translated; take that of a C function that calls it" } */
};

int
f (void)
{
  if (setjmp (buffer)) /* { dg-error "returns twice and cannot be translated; call it in C" } */
    return 0;
  __builtin_puts (""); /* { dg-error "is called without a declaration, which its stub is to follow; include its header, and call it without '__builtin_'" } */
  renamed (1); /* { dg-error "'renamed' of another file is exported to C under another name, and a call of it cannot be translated; call a function of that file which calls it" } */
  decimal (1); /* { dg-error "which 'decimal' takes or returns, cannot be told" } */
  return weak (1); /* { dg-error "weak C function 'weak' cannot be translated, as its stub would always be there; call a C function that calls it" } */
}
