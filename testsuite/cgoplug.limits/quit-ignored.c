/* SIGQUIT that was ignored when the program started, as by nohup's like, stays so.

   { dg-before "trap '' QUIT;" }  */

#include <cgo.h>
#include <signal.h>
#include "check.h"

int
main (void)
{
  CHECK_EQ (raise (SIGQUIT), 0);
  struct sigaction a;
  CHECK_EQ (sigaction (SIGQUIT, NULL, &a), 0);
  CHECK (a.sa_handler == SIG_IGN);
  return 0;
}
