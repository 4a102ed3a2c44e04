/* An alias of an exported function, by which C would get past the entry.

   { dg-options "-O2" }  */

__attribute__ ((cgo_export)) int
exported (int n)
{
  return n;
}

int other_name (int) __attribute__ ((alias ("exported"))); /* { dg-error "'other_name' is an alias of exported function 'exported' and would let C past its entry; export a function that calls it instead" } */
