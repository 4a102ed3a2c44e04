/* C calls back before the runtime's own constructor has run: from .preinit_array, from a
   constructor of higher priority, on a thread made there, and several of them at once.  They
   wait until it has started; without that there is no P for them.  On the initial thread it
   is main's goroutine that runs, also if another thread came first.

   { dg-foreign "callback-early_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

static _Atomic int calls;
static _Atomic int started;
static long main_goroutine;

static void
goroutine (void)
{
  started++;
}

CGO_EXPORT int
early (int n)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (cgo_go (goroutine), 0);
  cgo_gosched ();
  cgo_sleep (CGO_MICROSECOND);
  calls++;
  return n + 1;
}

CGO_EXPORT void
early_initial (void)
{
  CHECK_EQ (early (1), 2);
  CHECK (main_goroutine == 0 || main_goroutine == cgo_goid ());
  main_goroutine = cgo_goid ();
}

/* No callback at all: a constructor that starts a goroutine.  */
__attribute__ ((constructor (103))) static void
starts (void)
{
  CHECK_EQ (guard_slot (), 0);
  CHECK_EQ (cgo_go (goroutine), 0);
}

int
main (void)
{
  CHECK_EQ (cgo_goid (), main_goroutine);
  CHECK_EQ (calls, 2 + 4);
  while (started < 2 + 4 + 1)
    cgo_gosched ();
  early_initial ();
  /* Main's goroutine need not have the number 1.  */
  pthread_exit (NULL);
}
