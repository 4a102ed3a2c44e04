/* Without the meaning of guard 0, goroutine code on a system stack is lost:
   constructors before main, atexit handlers, and a thread's code are checked
   functions that may call C, recurse, and use the API that does not wait.

   { dg-output "constructor\nmain\nat exit\n" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

static cgo_chan *chan;

NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[0] = 0;
  return n == 0 ? room[0] : deep (n - 1) + 1 + room[0];
}

static void
on_system_stack (const char *what)
{
  CHECK_EQ (guard_slot (), 0);
  CHECK_EQ (deep (1000), 1000);
  CHECK_EQ (cgo_goid (), 0);
  puts (what);
  fflush (stdout);
}

static void
bye (void)
{
  int v = 8;
  on_system_stack ("at exit");
  CHECK_EQ (cgo_chan_try_send (chan, &v), 0);
  CHECK_EQ (cgo_chan_try_recv (chan, &v), 1);
  CHECK_EQ (v, 8);
  CHECK (cgo_now () > 0);
}

__attribute__ ((constructor)) static void
early (void)
{
  on_system_stack ("constructor");
  atexit (bye);
}

int
main (void)
{
  int v = 0;
  chan = cgo_chan_make (sizeof v, 1);
  CHECK (guard_slot () != 0);
  CHECK_EQ (cgo_goid (), 1);
  puts ("main");
  return v;
}
