/* A stack so damaged that the traceback faults too: the report ends there, the
   program ends by its signal, and nothing hangs.

   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x0 in c_damage\n.*\t.the traceback failed here.\n(Segmentation fault[^\n]*\n)?" }
   { dg-foreign "segv-report_c.c" }
   { dg-foreign-options "-fno-omit-frame-pointer" }  */

#include <cgo.h>

void c_damage (void) CGO_CALL;

int
main (void)
{
  c_damage ();
  return 0;
}
