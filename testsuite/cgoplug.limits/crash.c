/* CGOTRACEBACK=crash: a named error shows all goroutines, those that other threads run with their
   stacks too, and ends in SIGABRT, whatever the program has made of that, for a core dump.

   { dg-env "CGOTRACEBACK=crash" }
   { dg-before "ulimit -c 0;" }
   { dg-procs "2" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: unlock of an unlocked mutex\n" }
   { dg-output "(?=.*\ngoroutine 1 .running.:\n)" }
   { dg-output "(?=.*\ngoroutine 2 .running.:\n(\t\[^\n\]*\n)*\tspins at \[^\n\]*crash.c:2\[0-9\]\n).*" }  */

#include <cgo.h>
#include <signal.h>

static volatile int started, go_on;

static void
spins (void)
{
  started = 1;
  while (!go_on)
    ;
}

int
main (void)
{
  static cgo_mutex m;
  signal (SIGABRT, SIG_IGN);
  signal (SIGQUIT, SIG_IGN);
  cgo_go (spins);
  while (!started)
    cgo_gosched ();
  cgo_mutex_unlock (&m);
  return 0;
}
