/* Goroutine functions and C functions of the same names in one program.  Without a name space
   for each the link fails, or, where the C function is libc's, libc's own callers get ours.

   { dg-also "namespace_g.c" }
   { dg-foreign "namespace_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "namespace.h"

long CGO_C (read) (int, void *, unsigned long);
long c_line (void) CGO_CALL;
extern long by_pointer (long (*) (long), long) CGO_CALL;

int
main (void)
{
  int pipes[2];
  char c = 0;
  CHECK_EQ (area (3), 9);
  CHECK_EQ (CGO_C (area) (3), 1009);
  CHECK_EQ (perimeter (3), 12);
  CHECK_EQ (CGO_C (perimeter) (3), 2012);
  CHECK_EQ (by_pointer (CGO_C (area), 4), 1016);
  CHECK_EQ (by_pointer (perimeter, 4), 16);
  CHECK_EQ (pipe (pipes), 0);
  CHECK_EQ (write (pipes[1], "x", 1), 1);
  CHECK_EQ (CGO_C (read) (pipes[0], &c, 1), 1);
  CHECK_EQ (c, 'x');
  CHECK_EQ (read_own (5), 6);
  CHECK (c_line () > 0);
  return 0;
}
