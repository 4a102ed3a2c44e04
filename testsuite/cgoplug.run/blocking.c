/* Without lending the P, C that blocks stops all goroutines of its P: while some
   sleep in C, by the default mode and by `blocking', others must get on, also
   with CGOMAXPROCS=1.

   { dg-foreign "blocking_c.c" }  */

#include <cgo.h>
#include "check.h"

enum { SLEEPERS = 8, MS = 200 };

void c_sleep (int ms) CGO_CALL;
void c_sleep_blocking (int ms) CGO_CALL_BLOCKING;

static cgo_wg wg;
static volatile int asleep;
static int finished;

static void
sleeper (int n)
{
  __atomic_fetch_add (&asleep, 1, __ATOMIC_RELAXED);
  if (n % 2)
    c_sleep (MS);
  else
    c_sleep_blocking (MS);
  __atomic_fetch_add (&finished, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&wg);
}

int
main (void)
{
  int64_t start = cgo_now (), while_asleep = 0;
  cgo_wg_add (&wg, SLEEPERS);
  for (int i = 0; i < SLEEPERS; i++)
    CHECK_EQ (cgo_go (sleeper, i), 0);
  while (__atomic_load_n (&finished, __ATOMIC_RELAXED) == 0)
    {
      if (asleep == SLEEPERS)
	while_asleep++;
      cgo_gosched ();
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  int64_t took = cgo_now () - start;
  /* All slept at once, and this goroutine ran meanwhile.  */
  CHECK (took >= MS * CGO_MILLISECOND);
  CHECK (took < 4 * MS * CGO_MILLISECOND);
  CHECK (while_asleep > 100);
  return 0;
}
