/* The same on a thread of the program's own, after it called back.  Where its stack ends is
   found only now, in the handler (sched/bounds.c): without that the report would be one of
   a bad pointer.  malloc's lock is taken, so whoever asks libc would hang.

   { dg-foreign "g0-overrun-bound_c.c g0-overrun_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: C code overran the g0 stack of 512 KiB in c_recurse\n" }  */

#include <cgo.h>

void c_thread (void) CGO_CALL;

CGO_EXPORT void
go_called (void)
{
}

int
main (void)
{
  c_thread ();
  return 0;
}
