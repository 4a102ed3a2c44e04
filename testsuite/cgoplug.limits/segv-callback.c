/* A bad pointer in goroutine code that C has called: the traceback goes on through C to the
   goroutine code below.  (Go's TestCgoCrashTracebackGo.)

   { dg-foreign "segv-c_c.c" }
   { dg-status abort }
   { dg-output "cgo: goroutine 2: SIGSEGV at 0x10 in crash\n\ngoroutine 2 .running.:\n\tcrash at \[^\n\]*segv-callback.c:\[0-9\]+\n\tback at \[^\n\]*segv-callback.c:\[0-9\]+\n\tc_calls at \[^\n\]*segv-c_c.c:\[0-9\]+\n\twork at \[^\n\]*segv-callback.c:\[0-9\]+\ncreated by main at \[^\n\]*\n(Segmentation fault\[^\n\]*\n)?" }  */

#include <cgo.h>

void c_calls (void (*fn) (void)) CGO_CALL;

static __attribute__ ((noinline, noclone)) void
crash (volatile int *p)
{
  *p = 1;
}

CGO_EXPORT void
back (void)
{
  crash ((volatile int *) 16);
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
