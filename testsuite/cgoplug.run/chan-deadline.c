/* Without deadlines a wait cannot be given up: every blocking call has the form,
   does not come back early, loses no value to a waiter that has left, and leaves
   a later wait alone.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>

static cgo_chan *c;

static void
late (int64_t delay, int v)
{
  cgo_sleep (delay);
  if (cgo_chan_send_until (c, &v, cgo_now () + 20 * CGO_SECOND) != 0)
    CHECK_EQ (errno, ETIMEDOUT);
}

static void
times_out (int64_t delay)
{
  int v = 1;
  int64_t deadline = cgo_now () + delay;
  errno = 0;
  CHECK_EQ (cgo_chan_recv_until (c, &v, deadline), -1);
  CHECK_EQ (errno, ETIMEDOUT);
  CHECK (cgo_now () >= deadline);
  deadline = cgo_now () + delay;
  errno = 0;
  CHECK_EQ (cgo_chan_send_until (c, &v, deadline), -1);
  CHECK_EQ (errno, ETIMEDOUT);
  CHECK (cgo_now () >= deadline);
}

int
main (void)
{
  int v;
  c = cgo_chan_make (sizeof v, 0);
  times_out (-1);
  times_out (1);
  times_out (3 * CGO_MILLISECOND);
  times_out (20 * CGO_MILLISECOND);
  CHECK_EQ (cgo_chan_len (c), 0);
  /* In time.  */
  CHECK_EQ (cgo_go (late, CGO_MILLISECOND, 5), 0);
  CHECK_EQ (cgo_chan_recv_until (c, &v, cgo_now () + 20 * CGO_SECOND), 1);
  CHECK_EQ (v, 5);
  CHECK_EQ (cgo_go (late, CGO_MILLISECOND, 6), 0);
  CHECK_EQ (cgo_chan_recv_until (c, &v, CGO_FOREVER), 1);
  CHECK_EQ (v, 6);
  /* The deadline and the value at the same moment, over and over.  */
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (cgo_go (late, 200 * CGO_MICROSECOND, i), 0);
      if (cgo_chan_recv_until (c, &v, cgo_now () + 200 * CGO_MICROSECOND) != 1)
	CHECK_EQ (cgo_chan_recv (c, &v), 1);	/* it was not lost */
      CHECK_EQ (v, i);
    }
  return 0;
}
