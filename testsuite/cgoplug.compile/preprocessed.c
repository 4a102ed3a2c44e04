/* What is compiled may have been preprocessed before, when nothing can be defined any
   more: -save-temps, ccache, distcc.

   { dg-options "-O2 -save-temps" }
   { dg-final { scan-function "f" "__morestack" } }  */

#ifndef __CGOPLUG__
# error no __CGOPLUG__
#endif

__attribute__ ((cgo_split)) void use (char *);

void
f (void)
{
  char room[300];
  use (room);
}
