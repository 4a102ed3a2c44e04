/* A goroutine that preempt=async stops anywhere goes on, on whatever M, from a copy of its
   registers that lies on that M's stack, where those of others lay before it.  Without the
   runtime's telling, the copies are races.

   { dg-options "-fsanitize=thread -fplugin-arg-cgoplug-preempt=async" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"

enum { SPINNERS = 3, TURNS = 8 };

static int go;
static cgo_wg wg;

/* Reads with ThreadSanitizer's library, and counts without it, in registers of both kinds.  */
static void
spin (int me)
{
  long n = 0, a = me;
  double d = me;
  while (!__atomic_load_n (&go, __ATOMIC_ACQUIRE))
    for (int i = 0; i < 1000; i++)
      {
	n++;
	a += 3;
	d += 0.5;
	HIDE (a);
      }
  CHECK_EQ (a, 3 * n + me);
  CHECK (d == 0.5 * n + me);
  cgo_wg_done (&wg);
}

static void
stop (void)
{
  for (int i = 0; i < TURNS; i++)
    cgo_gosched ();
  __atomic_store_n (&go, 1, __ATOMIC_RELEASE);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, SPINNERS + 1);
  for (int i = 0; i < SPINNERS; i++)
    cgo_go (spin, i);
  cgo_go (stop);
  cgo_wg_wait (&wg);
}
