/* The registers that every check and every thunk changes, taken by the user.

   { dg-options "-O2 -ffixed-r10" }  */

int g (void);

int
f (void) /* { dg-error "stack checks and foreign calls change register 'r10', which this unit keeps for itself; use one of 'rbx' and 'r12' to 'r15'" } */
{
  return g () + 1;
}
