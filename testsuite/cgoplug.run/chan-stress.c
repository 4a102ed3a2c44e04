/* Without a right hand-over between Ps values are lost, doubled or out of order:
   producers and consumers on channels of several capacities, with try and
   deadline forms mixed in.

   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <errno.h>

enum { PRODUCERS = 7, CONSUMERS = 5, EACH = 800 };

struct item { int who, n; };

static cgo_chan *c;
static cgo_wg producers, consumers;
static long sum, count;

static void
producer (int who)
{
  for (int n = 0; n < EACH; n++)
    {
      struct item it = { who, n };
      int r = -1;
      errno = EAGAIN;
      if (n % 3 == 0)
	r = cgo_chan_try_send (c, &it);
      else if (n % 3 == 1)
	r = cgo_chan_send_until (c, &it, cgo_now () + 50 * CGO_MICROSECOND);
      if (r != 0)
	{
	  CHECK (errno == EAGAIN || errno == ETIMEDOUT);
	  CHECK_EQ (cgo_chan_send (c, &it), 0);
	}
    }
  cgo_wg_done (&producers);
}

static void
consumer (void)
{
  int last[PRODUCERS];
  struct item it;
  for (int i = 0; i < PRODUCERS; i++)
    last[i] = -1;
  for (;;)
    {
      int r = cgo_chan_try_recv (c, &it);
      if (r == -1)
	r = cgo_chan_recv_until (c, &it, cgo_now () + 30 * CGO_MICROSECOND);
      if (r == -1)
	r = cgo_chan_recv (c, &it);
      if (r == 0)
	break;
      CHECK (it.n > last[it.who]);	/* one producer's values in order */
      last[it.who] = it.n;
      __atomic_fetch_add (&sum, it.n, __ATOMIC_RELAXED);
      __atomic_fetch_add (&count, 1, __ATOMIC_RELAXED);
    }
  cgo_wg_done (&consumers);
}

int
main (void)
{
  static const int capacities[] = { 0, 1, 3, 64 };
  for (int round = 0; round < 4; round++)
    {
      c = cgo_chan_make (sizeof (struct item), capacities[round]);
      sum = count = 0;
      cgo_wg_add (&producers, PRODUCERS);
      cgo_wg_add (&consumers, CONSUMERS);
      for (int i = 0; i < PRODUCERS; i++)
	CHECK_EQ (cgo_go (producer, i), 0);
      for (int i = 0; i < CONSUMERS; i++)
	CHECK_EQ (cgo_go (consumer), 0);
      CHECK_EQ (cgo_wg_wait (&producers), 0);
      cgo_chan_close (c);
      CHECK_EQ (cgo_wg_wait (&consumers), 0);
      CHECK_EQ (count, PRODUCERS * EACH);
      CHECK_EQ (sum, (long) PRODUCERS * EACH * (EACH - 1) / 2);
      cgo_chan_free (c);
    }
  return 0;
}
