/* Without a close that wakes everyone, goroutines wait for ever: receivers get 0,
   senders EPIPE, and nothing that was received is lost.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>

enum { N = 20 };

static cgo_chan *c;
static cgo_wg wg;
static int ended, refused, delivered;

static void
receiver (void)
{
  int v = -1;
  int r = cgo_chan_recv (c, &v);
  if (r == 0)
    {
      CHECK_EQ (v, 0);
      __atomic_fetch_add (&ended, 1, __ATOMIC_RELAXED);
    }
  cgo_wg_done (&wg);
}

static void
sender (int v)
{
  if (cgo_chan_send (c, &v) == 0)
    __atomic_fetch_add (&delivered, 1, __ATOMIC_RELAXED);
  else
    {
      CHECK_EQ (errno, EPIPE);
      __atomic_fetch_add (&refused, 1, __ATOMIC_RELAXED);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  for (int round = 0; round < 10; round++)
    {
      ended = refused = delivered = 0;
      c = cgo_chan_make (sizeof (int), 0);
      cgo_wg_add (&wg, N);
      for (int i = 0; i < N; i++)
	CHECK_EQ (cgo_go (receiver), 0);
      if (round % 2)
	cgo_sleep (CGO_MILLISECOND);
      cgo_chan_close (c);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      CHECK_EQ (ended, N);
      cgo_chan_free (c);

      c = cgo_chan_make (sizeof (int), 3);
      cgo_wg_add (&wg, N);
      for (int i = 0; i < N; i++)
	CHECK_EQ (cgo_go (sender, i), 0);
      cgo_sleep (CGO_MILLISECOND);
      cgo_chan_close (c);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      int v, got = 0;
      while (cgo_chan_recv (c, &v) == 1)
	got++;
      CHECK_EQ (got, delivered);
      CHECK_EQ (delivered + refused, N);
      cgo_chan_free (c);
    }
  return 0;
}
