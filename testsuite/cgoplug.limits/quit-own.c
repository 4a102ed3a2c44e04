/* A program's own handler of SIGQUIT is what the signal does; nobody sees that the runtime had
   one; and SIG_DFL brings that back.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "handled\ncgo: SIGQUIT\n" }  */

#include <cgo.h>
#include <signal.h>
#include "check.h"

static void
handler (int sig)
{
  (void) sig;
  dprintf (2, "handled\n");
}

int
main (void)
{
  struct sigaction a;
  CHECK_EQ (sigaction (SIGQUIT, NULL, &a), 0);
  CHECK (a.sa_handler == SIG_DFL);
  CHECK (signal (SIGQUIT, handler) == SIG_DFL);
  raise (SIGQUIT);
  CHECK (signal (SIGQUIT, SIG_DFL) == handler);
  CHECK (signal (SIGQUIT, SIG_IGN) == SIG_DFL);
  raise (SIGQUIT);
  CHECK (signal (SIGQUIT, SIG_DFL) == SIG_IGN);
  raise (SIGQUIT);
  dprintf (2, "still there\n");
  return 0;
}
