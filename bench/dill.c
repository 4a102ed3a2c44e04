/* dill.c - starting a coroutine of libdill and waiting for its end: what sched.c does with
   goroutines, as far as libdill has it.  Built if LIBDILL names a directory with libdill.h and
   libdill.so.

   SPDX-License-Identifier: MIT  */

#include "bench.h"
#include <libdill.h>

enum { SPAWNS = 1000, BATCHES = 20 };

static coroutine void
nothing (void)
{
}

/* A coroutine runs at once until it waits or ends, so there is nothing to wait for.  */
static void
spawn (void)
{
  for (int b = 0; b < BATCHES; b++)
    {
      int bundle_of_them = bundle ();
      for (int i = 0; i < SPAWNS; i++)
	bundle_go (bundle_of_them, nothing ());
      bundle_wait (bundle_of_them, -1);
      hclose (bundle_of_them);
    }
}

int
main (void)
{
  spawn ();
  for (int r = 0; r < BENCH_REPEAT; r++)
    BENCH ("spawn", SPAWNS * BATCHES, spawn ());
  return 0;
}
