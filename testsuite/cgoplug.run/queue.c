/* What is put on a P's queue comes out of it, or of a thief's, once, be it few goroutines or more
   than the queue has room for.  One that was lost would never run, and one that came twice would
   run on a stack that is gone.  (Go's TestSchedLocalQueue, TestSchedLocalQueueSteal.)

   { dg-procs "1 2 4" }  */

#include <cgo.h>
#include "check.h"
#include <string.h>

enum { MOST = 1500 };		/* a queue has 1024 */

static _Atomic unsigned char ran[MOST];
static cgo_wg wg;

static void
one (int i)
{
  ran[i]++;
  cgo_wg_done (&wg);
}

/* All from here, so that they stand in one queue.  */
static void
starter (int n)
{
  for (int i = 0; i < n; i++)
    CHECK_EQ (cgo_go (one, i), 0);
  cgo_wg_done (&wg);
}

static void
round_of (int n)
{
  memset ((char *) ran, 0, sizeof ran);
  cgo_wg_add (&wg, n + 1);
  CHECK_EQ (cgo_go (starter, n), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < MOST; i++)
    CHECK_EQ (ran[i], i < n);
}

int
main (void)
{
  static const int many[] = { 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1026, 1027, MOST };
  for (int n = 1; n < 40; n++)
    round_of (n);
  for (unsigned i = 0; i < sizeof many / sizeof *many; i++)
    round_of (many[i]);
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  return 0;
}
