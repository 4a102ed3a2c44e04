/* A static chain for a C function: the register is what carries our own requests.

   { dg-options "-O2" }  */

int c_function (int) __attribute__ ((cgo_call));

int
f (void *chain)
{
  return __builtin_call_with_static_chain (c_function (1), chain); /* { dg-error "a call with a static chain cannot be a foreign call; call the function with its arguments" } */
}
