/* Calls of what is declared between push and pop, and what an inline function of such a
   header calls, run on the big stack.

   { dg-foreign "pragma_c.c" }  */

#include <cgo.h>
#include "check.h"
CGO_CALL_PUSH
#include "pragma.h"
CGO_CALL_POP

static void
work (cgo_wg *wg)
{
  int (*p) (int) = hungry;
  HIDE (p);
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (twice (i), 2 * i + 2);
      CHECK_EQ (p (i), i + 1);
      CHECK_EQ (nine (1, 2, 3, 4, 5, 6, 7, 8, i), 36 + i);
    }
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 4);
  for (int i = 0; i < 4; i++)
    cgo_go (work, &wg);
  cgo_wg_wait (&wg);
  return 0;
}
