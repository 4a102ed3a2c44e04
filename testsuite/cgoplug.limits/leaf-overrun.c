/* CGODEBUG=guardpage=1: a leaf function that takes more stack than it says is a named error
   that names it, also when the access is that of a function it calls.

   { dg-foreign "leaf-overrun_c.c" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-levels "-O0 -O2" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 2: goroutine stack segment overrun in lying_leaf\n\ngoroutine 2 .running.:\n.*\twork at .*" }  */

#include <cgo.h>

int lying_leaf (int) CGO_CALL_LEAF (64);

static void
work (cgo_wg *wg)
{
  lying_leaf (1);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  cgo_go (work, &wg);
  cgo_wg_wait (&wg);
  return 0;
}
