/* Names by which C is to call goroutine functions, and functions of C's of the same name.

   { dg-options "-O2" }  */

#include <cgo/attr.h>

int empty (int) CGO_EXPORT_AS (""); /* { dg-error "'cgo_export' takes the name by which C calls the function, a string of letters, digits, '_', '.' and '.', not " } */
int space (int) CGO_EXPORT_AS ("a b"); /* { dg-error "takes the name by which C calls the function" } */
int digit (int) CGO_EXPORT_AS ("1a"); /* { dg-error "takes the name by which C calls the function" } */
int number (int) __attribute__ ((cgo_export (1))); /* { dg-error "'cgo_export' takes the name by which C calls the function, a string of letters, digits, '_', '.' and '.', not '1'" } */

int twice (int) CGO_EXPORT_AS ("one");
int twice (int) CGO_EXPORT_AS ("two"); /* { dg-error "'twice' is exported to C as '(one|two)' here and as '(one|two)' before; leave one" } */

static int hidden (int) CGO_EXPORT_AS ("shown"); /* { dg-error "static function 'hidden' cannot be exported to C under a name: make it external, that name is all that others see of it" } */

int
CGO_C (body) (int n) /* { dg-error "is a function of C and is defined here as goroutine code; for one that C calls use 'cgo_export" } */
{
  return hidden (n);
}

static int
hidden (int n)
{
  return n;
}
