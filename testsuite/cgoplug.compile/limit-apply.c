/* Builtins that look at arguments and frames where they are not.

   { dg-options "-O2" }  */

void *
f (int n)
{
  return __builtin_apply_args (); /* { dg-error "'__builtin_apply_args' cannot be used in goroutine code: it does not know where the arguments are; call the function with its arguments" } */
}

void *
g (void)
{
  return __builtin_return_address (1); /* { dg-error "'__builtin_return_address' above level 0 cannot be used in goroutine code: the frame may be on another segment; use level 0" } */
}

void *
h (void)
{
  return __builtin_frame_address (2); /* { dg-error "'__builtin_frame_address' above level 0 cannot be used in goroutine code" } */
}

void *
fine (void)
{
  return __builtin_return_address (0);
}
