/* C that leaves a signal handler by siglongjmp is not in a handler any more: it may
   call back.  On the goroutine's thread and on one of its own.

   { dg-foreign "signal-jump_c.c" }  */

#include <cgo.h>
#include "check.h"

int c_jump (int) CGO_CALL;
int c_jump_on_thread (int) CGO_CALL;

CGO_EXPORT int
plus_one (int n)
{
  cgo_gosched ();
  return n + 1;
}

int
main (void)
{
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (c_jump (i), i + 1);
      CHECK_EQ (c_jump_on_thread (i), i + 1);
    }
  return 0;
}
