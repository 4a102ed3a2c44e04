/* A wakeup that is lost stops the program, and one that wakes everybody makes it slow.  Ten
   million times a goroutine parks and another makes it ready, on two processors; and the kernel
   is asked to wake a thread for less than one in ten of them.

   { dg-env "CGODEBUG=schedtrace=1000000" }
   { dg-procs "2" }
   { dg-levels "-O2" }
   { dg-nostress "each call gives its processor away there" }
   { dg-timeout 120 }
   { dg-output "SCHED .* wakes=\[0-9\]{1,6} goroutines=1\n" }  */

#include <cgo.h>
#include "check.h"

enum { PAIRS = 8, READIES = 10000000 };

static cgo_wg wg = CGO_WG_INIT;

static void
echo (cgo_chan *in, cgo_chan *out)
{
  long v;
  while (cgo_chan_recv (in, &v) == 1)
    cgo_chan_send (out, &v);
  cgo_wg_done (&wg);
}

static void
ask (cgo_chan *out, cgo_chan *in)
{
  for (long i = 0; i < READIES / 2 / PAIRS; i++)
    {
      long v = -1;
      cgo_chan_send (out, &i);
      CHECK_EQ (cgo_chan_recv (in, &v), 1);
      CHECK_EQ (v, i);
    }
  cgo_chan_close (out);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 2 * PAIRS);
  for (int i = 0; i < PAIRS; i++)
    {
      cgo_chan *a = cgo_chan_make (sizeof (long), 0);
      cgo_chan *b = cgo_chan_make (sizeof (long), 0);
      CHECK_EQ (cgo_go (echo, a, b), 0);
      CHECK_EQ (cgo_go (ask, a, b), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  return 0;
}
