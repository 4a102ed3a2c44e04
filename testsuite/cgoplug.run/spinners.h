/* spinners.h - a loop on more goroutines than there are processors, and one more that ends it:
   that one does not run, and the loops go round for ever, unless something stops them.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"

static cgo_wg spinning;

static void
spinner (void (*loop) (void))
{
  loop ();
  cgo_wg_done (&spinning);
}

/* Three times over, so that a loop that was stopped is stopped again.  */
static void
ender (volatile int *stop)
{
  for (int i = 0; i < 3; i++)
    cgo_gosched ();
  *stop = 1;
  cgo_wg_done (&spinning);
}

/* LOOP ends when *STOP is set.  */
static void
run_loop (void (*loop) (void), volatile int *stop)
{
  int spinners = cgo_maxprocs () + 1;
  *stop = 0;
  cgo_wg_add (&spinning, spinners + 1);
  while (spinners--)
    CHECK_EQ (cgo_go (spinner, loop), 0);
  CHECK_EQ (cgo_go (ender, stop), 0);
  CHECK_EQ (cgo_wg_wait (&spinning), 0);
}
