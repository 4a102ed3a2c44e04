/* A handler that is no code: the fault is where the runtime calls it, below which is the frame that
   the kernel has made; the place is the function that the signal has interrupted, and is so in
   whatever detail the traceback is.

   { dg-env "CGOTRACEBACK=system" }
   { dg-options "-g" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x1234567 in \[a-z_\]*(raise|kill)\[a-z_\]*\n.*\tmain at [^\n]*segv-handler.c:16\n.*" }  */

#include <signal.h>

int
main (void)
{
  signal (SIGUSR1, (void (*) (int)) 0x1234567);
  raise (SIGUSR1);
  return 0;
}
