/* main, exported.

   { dg-options "-O2" }  */

__attribute__ ((cgo_export)) int
main (void) /* { dg-error "'cgo_export' on 'main', which C calls anyway; remove it" } */
{
  return 0;
}
