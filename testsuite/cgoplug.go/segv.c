/* A bad pointer in goroutine code, in a program that Go shares: Go's handler came last, finds
   that it is not Go's code, and asks ours, which reports it, and the program ends by the
   signal.  Without SA_ONSTACK on the one or with a guard slot that the other trusts this would
   be a hang, or a report of Go's that shows nothing of it.

   { dg-link "peer.a" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status abort }
   { dg-output "cgo: goroutine \[0-9\]+: SIGSEGV at 0x10 in crash\n.*" }  */

#include <cgo.h>
#include "check.h"

long GoAdd (long, long) CGO_CALL;

CGO_EXPORT long
c_exported (long n)
{
  return n;
}

NOINLINE static void
crash (long *p)
{
  *p = GoAdd (1, 2);
}

static void
start (void)
{
  crash ((long *) 0x10);
}

int
main (void)
{
  CHECK_EQ (cgo_go (start), 0);
  cgo_sleep (10 * CGO_SECOND);
  return 0;
}
