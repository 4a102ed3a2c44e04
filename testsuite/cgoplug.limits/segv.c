/* A null pointer in goroutine code: a line that names the goroutine, the address and
   the function, a traceback with lines, and the exit status is still the signal's.

   { dg-options "-g" }
   { dg-status abort }
   { dg-output "cgo: goroutine \[0-9\]+: SIGSEGV at 0x0 in crash\n\ngoroutine \[0-9\]+ .running.:\n\tcrash at [^\n]*segv.c:13\n\twork at [^\n]*segv.c:19\ncreated by main at [^\n]*\n(Segmentation fault[^\n]*\n)?" }  */

#include <cgo.h>

__attribute__ ((noinline)) static void
crash (volatile int *p)
{
  *p = 1;
}

__attribute__ ((noinline)) static void
work (volatile int *p)
{
  crash (p);
  __asm__ volatile ("");
}

int
main (void)
{
  cgo_go (work, (volatile int *) 0);
  cgo_sleep (CGO_SECOND * 10);
  return 0;
}
