/* Goroutines that wait for each other for ever, while others go on: no deadlock of the program,
   which runs, but SIGQUIT says it.

   { dg-foreign "quit_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: SIGQUIT\ncgo: deadlock: goroutine 2 waits for mutex 0x\[0-9a-f\]+ held by itself\n" }  */

#include <cgo.h>

void c_quit_later (void) CGO_CALL;

static cgo_mutex m;

static void
itself (void)
{
  cgo_mutex_lock (&m);
  cgo_mutex_lock (&m);
}

int
main (void)
{
  cgo_go (itself);
  c_quit_later ();
  for (;;)
    cgo_sleep (CGO_MILLISECOND);
}
