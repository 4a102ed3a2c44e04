/* A channel used in a signal handler, which may have interrupted the holder of the
   channel's lock: a named error, not a hang now and then.  What only reads may be
   called there.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: (goroutine 1: )?cgo_chan_try_send called in a signal handler\n" }  */

#include <cgo.h>
#include <signal.h>
#include "check.h"

static cgo_chan *c;
static int64_t start;

static void
reads (int sig)
{
  (void) sig;
  CHECK (cgo_now () >= start);
  CHECK_EQ (cgo_numgoroutine (), 1);
  CHECK (cgo_maxprocs () >= 1);
  CHECK_EQ (cgo_goid (), 0);
}

static void
sends (int sig)
{
  char value = sig;
  cgo_chan_try_send (c, &value);
}

int
main (void)
{
  c = cgo_chan_make (1, 1);
  start = cgo_now ();
  signal (SIGUSR1, reads);
  raise (SIGUSR1);
  signal (SIGUSR1, sends);
  raise (SIGUSR1);
  return 0;
}
