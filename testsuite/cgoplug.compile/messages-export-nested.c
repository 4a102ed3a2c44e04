/* A nested function, exported.

   { dg-options "-O2" }  */

int
outer (int n)
{
  __attribute__ ((cgo_export)) int nested (int m) /* { dg-error "nested function 'nested' cannot be exported to C; move it to file scope" } */
  {
    return m;
  }
  return nested (n);
}
