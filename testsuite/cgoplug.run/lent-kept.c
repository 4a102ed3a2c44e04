/* A processor that is lent to C stays with it as long as nothing waits for one, be it for long:
   C that blocks in a program that has nothing else to do costs nobody anything, and its goroutine
   goes on where it was.  And the runtime's own threads sleep meanwhile.  If each call that takes
   long lost its processor, all of them would go the long way back.

   { dg-foreign "lent-kept_c.c" }
   { dg-nostress "each call gives its processor away there" }
   { dg-nochaos "likewise" }  */

#include <cgo.h>
#include "check.h"

enum { LONG = 60 * 1000, FOR_SYSMON = 300 * 1000, AWAKE_MOST = 10 };

/* Sleeps, and tells whether the processor was taken.  */
int lost_for (int us) CGO_CALL;
/* The same; *AWAKE: how often the other threads slept anew in the second half.  */
int lost_and_awake (int us, long *awake) CGO_CALL;

static void
nothing (cgo_wg *wg)
{
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  /* sysmon runs from here on.  */
  cgo_wg_add (&wg, 1);
  cgo_go (nothing, &wg);
  cgo_wg_wait (&wg);

  for (int i = 0; i < 3; i++)
    CHECK_EQ (lost_for (LONG), 0);

  /* A timer, which wakes nobody who wants a processor for longer than it takes.  */
  cgo_sleep (CGO_MILLISECOND);
  long awake;
  CHECK_EQ (lost_and_awake (2 * FOR_SYSMON, &awake), 0);
  CHECK (awake <= AWAKE_MOST);
  return 0;
}
