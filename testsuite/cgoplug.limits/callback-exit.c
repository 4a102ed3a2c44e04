/* exit is called on a thread of C, in C below a callback, while the main goroutine waits and
   others run: its handlers call back on that thread, and wait there for goroutines.

   { dg-foreign "callback-exit_c.c" }
   { dg-status 7 }
   { dg-output "handler 10\ndestructor 10\n" }  */

#include <cgo.h>
#include "check.h"

void c_thread (void) CGO_CALL;
void c_exit (void) CGO_CALL;

static cgo_chan *c;

static void
worker (int v)
{
  cgo_gosched ();
  CHECK_EQ (cgo_chan_send (c, &v), 0);
}

CGO_EXPORT void
late (const char *where)
{
  int v, sum = 0;
  CHECK (guard_slot () != 0);
  for (int i = 1; i <= 4; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  for (int i = 1; i <= 4; i++, sum += v)
    CHECK_EQ (cgo_chan_recv (c, &v), 1);
  dprintf (1, "%s %d\n", where, sum);
}

CGO_EXPORT void
ends (void)
{
  cgo_gosched ();
  c_exit ();
}

static void
computes (void)
{
  for (;;)
    cgo_gosched ();
}

int
main (void)
{
  static cgo_mutex never;
  c = cgo_chan_make (sizeof (int), 0);
  cgo_go (computes);
  cgo_mutex_lock (&never);
  c_thread ();
  cgo_mutex_lock (&never);
  return 1;
}
