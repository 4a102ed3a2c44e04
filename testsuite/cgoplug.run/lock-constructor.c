/* A constructor that locks its thread locks main's goroutine to the initial thread, as a
   library wants that may be used on that only; so it stays there however often it waits and
   whatever the others do, until main unlocks it.

   { dg-options "-D_GNU_SOURCE" }
   { dg-procs "1 2 4" }  */

#include <cgo.h>
#include "check.h"

static _Atomic int done;
static int procs;

__attribute__ ((constructor)) static void
early (void)
{
  procs = cgo_maxprocs ();
  cgo_lock_os_thread ();
  cgo_lock_os_thread ();
  cgo_unlock_os_thread ();
}

static void
busy (cgo_wg *wg)
{
  while (!done)
    {
      usleep (10);
      cgo_gosched ();
    }
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  CHECK_EQ (procs, cgo_maxprocs ());
  CHECK (procs > 0);
  cgo_wg_add (&wg, 4);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (cgo_go (busy, &wg), 0);
  for (int i = 0; i < 200; i++)
    {
      usleep (10);
      cgo_sleep (CGO_MICROSECOND);
      CHECK_EQ (gettid (), getpid ());
    }
  cgo_unlock_os_thread ();
  done = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
