/* Without a right protocol a P that was lent is used twice and more than
   CGOMAXPROCS goroutines run.  Counts those between two instants in goroutine
   code, while foreign calls, callbacks, sleeps and parking go on around them.

   { dg-foreign "maxprocs_c.c" }
   { dg-procs "1 2 3" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

enum { WORKERS = 24, ROUNDS = 60 };

void c_short (void) CGO_CALL;
void c_long (int us) CGO_CALL;
void c_blocking (int us) CGO_CALL_BLOCKING;
void c_call (void (*fn) (void)) CGO_CALL;

static int running, most;
static cgo_wg wg;

/* Nothing in here gives the P up: no call of C, no API, no check that could
   preempt, as the function is small and its loop calls nothing.  */
NOINLINE CGO_NOSPLIT static void
run (void)
{
  int now = __atomic_add_fetch (&running, 1, __ATOMIC_SEQ_CST);
  int seen = __atomic_load_n (&most, __ATOMIC_RELAXED);
  while (now > seen
	 && !__atomic_compare_exchange_n (&most, &seen, now, 0,
					  __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    ;
  for (int i = 0; i < 3000; i++)
    __asm__ volatile ("pause");
  __atomic_sub_fetch (&running, 1, __ATOMIC_SEQ_CST);
}

CGO_EXPORT void
callback (void)
{
  run ();
}

static void
worker (int n)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      run ();
      switch ((n + i) % 6)
	{
	case 0: c_short (); break;
	case 1: c_long (100); break;
	case 2: c_blocking (50); break;
	case 3: c_call (callback); break;
	case 4: cgo_gosched (); break;
	case 5: cgo_sleep (50 * CGO_MICROSECOND); break;
	}
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, WORKERS);
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK (most >= 1);
  CHECK (most <= cgo_maxprocs ());
  return 0;
}
