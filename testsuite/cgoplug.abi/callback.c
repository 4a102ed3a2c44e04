/* Without this C cannot call goroutine code: the entry must leave C's stack for
   the goroutine's, take the P back, and undo it, to any depth.

   { dg-env "CGODEBUG=segment=1048576" }  */

#include "hand.h"

long down (long);		/* the entry C calls */
long c_down (long);
long t_down (long);		/* the thunk of c_down */

HAND_MAIN;
HAND_EXPORT (down, down_body, 0);
HAND_THUNK (t_down, c_down, 0, __cgo_asmcall);

/* C: calls back.  */
long
c_down (long n)
{
  CHECK_EQ (guard_slot (), 0);
  long r = n == 0 ? 0 : down (n - 1);
  CHECK_EQ (guard_slot (), 0);
  return r + 1;
}

/* Goroutine code: calls C.  */
long
down_body (long n)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (cgo_goid (), 1);
  CHECK_EQ ((long) __builtin_frame_address (0) % 16, 0);
  cgo_gosched ();
  long r = t_down (n);
  CHECK (guard_slot () != 0);
  return r + 1;
}

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  for (int i = 0; i < 20; i++)
    CHECK_EQ (t_down (0), 1);
  CHECK_EQ (t_down (100), 201);
  /* Already on a goroutine: the entry is the body.  */
  CHECK_EQ (down (3), 8);
  return 0;
}
