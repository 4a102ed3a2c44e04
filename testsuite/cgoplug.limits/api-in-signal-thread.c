/* The same on a thread the runtime has never seen, and where nothing would be locked
   now: a named error every time, not now and then.  A handler that was left by
   siglongjmp does not run any more.

   { dg-foreign "api-in-signal-thread_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: cgo_gosched called in a signal handler\n" }  */

#include <cgo.h>

void c_signals (void (*harmless) (void), void (*fatal) (void)) CGO_CALL;

static void
harmless (void)
{
  cgo_chan_free (cgo_chan_make (1, 1));
}

static void
fatal (void)
{
  cgo_gosched ();
}

int
main (void)
{
  c_signals (harmless, fatal);
  return 0;
}
