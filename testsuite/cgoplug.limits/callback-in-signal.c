/* A callback in a signal handler, where the interrupted code may hold anything: a
   named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: [^\n]*callback from C in a signal handler\n" }  */

#include <cgo.h>
#include <signal.h>

CGO_EXPORT void
exported (void)
{
  cgo_gosched ();
}

static void
handler (int sig)
{
  (void) sig;
  exported ();
}

int
main (void)
{
  signal (SIGUSR1, handler);
  raise (SIGUSR1);
  return 0;
}
