/* Without a time slice that two goroutines share which wake each other in turn, the
   others on their P never run.  */

#include <cgo.h>
#include "check.h"

static cgo_chan *there, *back;
static volatile int ran;
static cgo_wg wg;

static void
echo (void)
{
  int v;
  while (cgo_chan_recv (there, &v) == 1)
    cgo_chan_send (back, &v);
  cgo_wg_done (&wg);
}

static void
third (void)
{
  ran = 1;
  cgo_wg_done (&wg);
}

int
main (void)
{
  int v = 1;
  there = cgo_chan_make (sizeof v, 1);
  back = cgo_chan_make (sizeof v, 1);
  cgo_wg_add (&wg, 2);
  CHECK_EQ (cgo_go (echo), 0);
  int64_t far = cgo_now () + 20 * CGO_SECOND;
  for (int i = 0; !ran && cgo_now () < far; i++)
    {
      /* By now each send finds its receiver waiting.  */
      if (i == 1000)
	CHECK_EQ (cgo_go (third), 0);
      CHECK_EQ (cgo_chan_send (there, &v), 0);
      CHECK_EQ (cgo_chan_recv (back, &v), 1);
    }
  CHECK (ran);
  cgo_chan_close (there);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
