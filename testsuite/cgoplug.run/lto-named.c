/* -flto: what a pragma or the command line makes C is C at the link, too, in its mode, also
   for another unit that knows neither.

   { dg-also "lto-named_g.c" }
   { dg-foreign "pragma_c.c" }
   { dg-options "-flto" }
   { dg-levels "-O0 -O2" }  */

#include <cgo.h>
#include "check.h"
CGO_CALL_PUSH
#include "pragma.h"
CGO_CALL_POP

int other_unit (int) CGO_SPLIT;

int
main (void)
{
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (twice (i), 2 * i + 2);
      CHECK_EQ (nine (1, 2, 3, 4, 5, 6, 7, 8, i), 36 + i);
      CHECK_EQ (other_unit (i), i + 2);
    }
  return 0;
}
