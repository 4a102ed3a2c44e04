/* A program in C opens a library of goroutine code, whose constructor and destructor call back,
   calls it, and closes it: what the runtime keeps does not go with it, and the library can be
   opened again.  Without a runtime that stays, its thread would run code that is not there.

   { dg-library "dlopen" }
   { dg-foreign "library-close_c.c" }  */

#include <cgo.h>
#include "check.h"

static long sum;

static void
add (cgo_wg *wg, long n)
{
  cgo_sleep (CGO_MICROSECOND);
  __atomic_fetch_add (&sum, n, __ATOMIC_RELAXED);
  cgo_wg_done (wg);
}

static void
goroutines (void)
{
  cgo_wg wg = CGO_WG_INIT;
  int before = cgo_numgoroutine ();
  cgo_wg_add (&wg, 10);
  for (long i = 0; i < 10; i++)
    CHECK_EQ (cgo_go (add, &wg, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  /* They are about to return, still in the library.  */
  while (cgo_numgoroutine () > before)
    cgo_gosched ();
}

CGO_EXPORT long
lib_sum (void)
{
  CHECK (guard_slot () != 0);
  goroutines ();
  return sum;
}

/* C's frames are the dynamic linker's, with its lock.  */
__attribute__ ((constructor)) static void
load (void)
{
  long (*volatile call) (void) = lib_sum;
  CHECK_EQ (guard_slot (), 0);
  CHECK_EQ (call (), 45);
}

__attribute__ ((destructor)) static void
unload (void)
{
  long (*volatile call) (void) = lib_sum;
  CHECK_EQ (call (), 135);
}
