/* Without a fair cgo_gosched a goroutine that yields and is not locked, or is, never sees what
   another does; without one thread a processor goroutines that wait for each other by
   looking never meet.

   { dg-procs "1 2 4" }  */

#include <cgo.h>
#include "check.h"
#include <stdbool.h>

enum { STEPS = 200 };

static _Atomic int flag, steps;
static cgo_wg wg;

static void
set (void)
{
  flag = 1;
  cgo_wg_done (&wg);
}

/* The rest run only when this one yields, or by another P.  */
static void
progress (bool locked)
{
  if (locked)
    cgo_lock_os_thread ();
  flag = 0;
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (set), 0);
  while (!flag)
    cgo_gosched ();
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  if (locked)
    cgo_unlock_os_thread ();
}

/* Number N of P takes each P-th step, and waits for the others without a call; all must be
   running at the same time.  */
static void
in_turn (int n, int p)
{
  for (int i = n; i < STEPS; i += p)
    {
      while (steps != i)
	;
      steps++;
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  int p = cgo_maxprocs ();
  for (int i = 0; i < 100; i++)
    progress (i % 2);
  cgo_wg_add (&wg, p);
  for (int n = 0; n < p; n++)
    CHECK_EQ (cgo_go (in_turn, n, p), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (steps, STEPS);
  return 0;
}
