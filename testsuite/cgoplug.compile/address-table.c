/* GCC reads constant tables when it has no pass left that rewrites addresses: what it
   reads from those of integers, too, must be the thunk.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "__cgo_thunk.free" } }
   { dg-final { scan-function-not "f" "\tfree" } }
   { dg-final { scan-function "g" "__cgo_thunk.free" } }
   { dg-final { scan-function-not "g" "\tfree" } }  */

#include <stdlib.h>

static const unsigned long table[] = { 1, (unsigned long) free, 3 };
static const long table2[] = { (long) free, 1 };

unsigned long
f (void)
{
  return table[1];
}

long
g (void)
{
  return table2[0];
}
