/* A static chain for C: the register is the one that carries the pointer to C.

   { dg-options "-O2" }  */

int
f (int (*p) (int) __attribute__ ((cgo_call)), void *chain)
{
  return __builtin_call_with_static_chain (p (1), chain); /* { dg-error "a call with a static chain cannot be a foreign call; call the function with its arguments" } */
}
