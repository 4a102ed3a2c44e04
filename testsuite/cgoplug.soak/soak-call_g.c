/* soak-call_g.c - actors that call C, are called back, and jump.

   SPDX-License-Identifier: MIT  */

#include "soak.h"
#include "check.h"

#include <setjmp.h>

void
actor_call (struct actor *a)
{
  for (long i = 0; soak_more (a); i++)
    {
      CHECK_EQ (c_add (i, 1), i + 1);
      CHECK_EQ (c_add_nonblocking (i, 2), i + 2);
      CHECK_EQ (c_add_leaf (i, 3), i + 3);
      if (i % 16 == 0)
	CHECK_EQ (c_add_blocking (i, 4), i + 4);
      if (i % 64 == 0)
	c_pause (i % 1024);
    }
}

void
actor_call_pinned (struct actor *a)
{
  for (long i = 0; soak_more (a); i++)
    {
      CHECK_EQ (c_add_pin (i, 5), i + 5);
      if (i % 8 == 0)
	cgo_gosched ();
      if (i % 64 == 0)
	cgo_sleep (50 * CGO_MICROSECOND);
    }
}

/* JUMP: 1, the innermost jumps to ENV; -1: it waits.  Says how many there were.  */
CGO_EXPORT long
go_back (int depth, int jump, jmp_buf *env)
{
  soak_deep (depth);
  if (jump < 0)
    cgo_sleep (10 * CGO_MICROSECOND);
  else
    cgo_gosched ();
  if (depth)
    return 1 + (jump > 0 ? go_back (depth - 1, jump, env) : c_back (depth - 1, 0));
  if (jump > 0)
    longjmp (*env, 2);
  return 1;
}

void
actor_call_back (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      int depth = soak_below (&r, 6);
      CHECK_EQ (c_back (depth, 0), depth + 1);
      CHECK_EQ (c_back (depth, 1), 1);
    }
}

void
actor_threads (struct actor *a)
{
  while (soak_more (a))
    CHECK_EQ (c_thread_back (3, 9), 3 * 3 * (1 + 2 + 3));
}

void
actor_jump_here (struct actor *a)
{
  for (volatile int i = 1; soak_more (a); i++)
    {
      jmp_buf env;
      volatile int r = setjmp (env);
      if (r == 0)
	go_back (i % 4, 1, &env);
      CHECK_EQ (r, 2);
    }
}
