/* A library in C that a program in C has opened first has installed a handler by libc's own
   sigaction; then the program opens a library of goroutine code.  That the runtime, which
   starts now, gives older handlers the signal stack is all that keeps this one from
   goroutines' stacks; and what is installed later with SA_ONSTACK runs there, too.

   { dg-library "dlopen" }
   { dg-foreign "library-signal_c.c" }
   { dg-opens "signal-library_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "traps.h"

static void
sends (cgo_chan *c, int n)
{
  int trapped = traps (n);
  CHECK_EQ (cgo_chan_send (c, &trapped), 0);
}

/* N on the goroutine of the caller's thread, and as many on another.  */
CGO_EXPORT int
lib_traps (int n)
{
  int trapped = 0;
  cgo_chan *c = cgo_chan_make (sizeof (int), 0);
  CHECK (guard_slot () != 0);
  CHECK_EQ (traps (n), n);
  CHECK_EQ (cgo_go (sends, c, n), 0);
  CHECK_EQ (cgo_chan_recv (c, &trapped), 1);
  cgo_chan_free (c);
  return n + trapped;
}
