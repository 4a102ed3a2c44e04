/* A bad pointer in C that goroutine code has called, below a callback of other C: the traceback
   names all of C's functions and all of ours, each once, to where the goroutine was started.
   (Go's CrashTraceback.)

   { dg-foreign "segv-c_c.c" }
   { dg-status abort }
   { dg-output "cgo: goroutine 2: SIGSEGV at 0x10 in c_fault\n\ngoroutine 2 .running.:\n\tc_fault at \[^\n\]*segv-c_c.c:\[0-9\]+\n\tc_inner at \[^\n\]*segv-c_c.c:\[0-9\]+\n\tback at \[^\n\]*segv-c.c:\[0-9\]+\n\tc_calls at \[^\n\]*segv-c_c.c:\[0-9\]+\n\twork at \[^\n\]*segv-c.c:\[0-9\]+\ncreated by main at \[^\n\]*\n(Segmentation fault\[^\n\]*\n)?" }  */

#include <cgo.h>

void c_calls (void (*fn) (void)) CGO_CALL;
void c_inner (void) CGO_CALL;

CGO_EXPORT void
back (void)
{
  c_inner ();
  __asm__ volatile ("");
}

static __attribute__ ((noinline, noclone)) void
work (void)
{
  c_calls (back);
  __asm__ volatile ("");
}

int
main (void)
{
  cgo_go (work);
  cgo_sleep (10 * CGO_SECOND);
  return 0;
}
