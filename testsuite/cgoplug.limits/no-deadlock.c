/* What looks like a deadlock is none while a timer is armed, a goroutine is in C,
   or a foreign thread that has called back before could do so again.

   { dg-foreign "no-deadlock_c.c" }  */

#include <cgo.h>
#include "check.h"

void c_sleep (int ms) CGO_CALL;
void c_start_thread (void (*fn) (void)) CGO_CALL;

static cgo_chan *c;

CGO_EXPORT void
wake (void)
{
  CHECK_EQ (cgo_chan_send (c, NULL), 0);
}

static void
in_c (void)
{
  c_sleep (50);
  CHECK_EQ (cgo_chan_send (c, NULL), 0);
}

int
main (void)
{
  c = cgo_chan_make (0, 0);
  CHECK_EQ (cgo_chan_recv_until (c, NULL, cgo_now () + 50 * CGO_MILLISECOND), -1);
  CHECK_EQ (cgo_go (in_c), 0);
  CHECK_EQ (cgo_chan_recv (c, NULL), 1);
  c_start_thread (wake);
  CHECK_EQ (cgo_chan_recv (c, NULL), 1);
  CHECK_EQ (cgo_chan_recv (c, NULL), 1);
  return 0;
}
