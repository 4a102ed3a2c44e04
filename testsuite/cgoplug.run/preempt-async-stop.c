/* The world is stopped while a goroutine runs a loop without a check or a call: the signal that
   stops such loops must be sent for that, too, though nobody waits on a queue.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }
   { dg-procs "2" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

static volatile int begun, stop;
static volatile unsigned long turns;
static cgo_wg wg = CGO_WG_INIT;

static void
spin (void)
{
  begun = 1;
  while (!stop)
    turns++;
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 1);
  cgo_go (spin);
  while (!begun)
    cgo_gosched ();
  for (int i = 0; i < 5; i++)
    CHECK (cgo_gomaxprocs (2 + i) > 0);
  stop = 1;
  cgo_wg_wait (&wg);
  CHECK (turns > 0);
  return 0;
}
