/* Without channels goroutines have no way to talk: the contract of cgo/chan.h,
   clause by clause, on one goroutine and between two.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <stdint.h>

static void
sender (cgo_chan *c, int from, int to)
{
  for (int i = from; i < to; i++)
    CHECK_EQ (cgo_chan_send (c, &i), 0);
  cgo_chan_close (c);
}

static void
buffered (void)
{
  int v = 1;
  cgo_chan *c = cgo_chan_make (sizeof v, 2);
  CHECK_EQ (cgo_chan_cap (c), 2);
  errno = 0;
  CHECK_EQ (cgo_chan_try_recv (c, &v), -1);
  CHECK_EQ (errno, EAGAIN);
  CHECK_EQ (cgo_chan_send (c, &v), 0);
  v = 2;
  CHECK_EQ (cgo_chan_try_send (c, &v), 0);
  CHECK_EQ (cgo_chan_try_send (c, &v), -1);
  CHECK_EQ (errno, EAGAIN);
  CHECK_EQ (cgo_chan_len (c), 2);
  CHECK_EQ (cgo_chan_recv (c, &v), 1);
  CHECK_EQ (v, 1);
  cgo_chan_close (c);
  CHECK_EQ (cgo_chan_send (c, &v), -1);
  CHECK_EQ (errno, EPIPE);
  CHECK_EQ (cgo_chan_try_send (c, &v), -1);
  CHECK_EQ (errno, EPIPE);
  CHECK_EQ (cgo_chan_recv (c, &v), 1);	/* what was sent stays */
  CHECK_EQ (v, 2);
  CHECK_EQ (cgo_chan_recv (c, &v), 0);
  CHECK_EQ (v, 0);
  CHECK_EQ (cgo_chan_recv (c, NULL), 0);
  cgo_chan_free (c);
  cgo_chan_free (NULL);
}

static void
unbuffered (void)
{
  int v;
  cgo_chan *c = cgo_chan_make (sizeof v, 0);
  CHECK_EQ (cgo_go (sender, c, 0, 1000), 0);
  for (int i = 0; i < 1000; i++)
    {
      CHECK_EQ (cgo_chan_recv (c, &v), 1);
      CHECK_EQ (v, i);
    }
  CHECK_EQ (cgo_chan_recv (c, &v), 0);
  cgo_chan_free (c);
}

static void
sizes (void)
{
  struct big { char c[300]; } in = { { 0 } }, out;
  cgo_chan *c = cgo_chan_make (sizeof in, 3), *e = cgo_chan_make (0, 1);
  in.c[0] = 1, in.c[299] = 2;
  CHECK_EQ (cgo_chan_send (c, &in), 0);
  CHECK_EQ (cgo_chan_recv (c, &out), 1);
  CHECK (out.c[0] == 1 && out.c[299] == 2);
  CHECK_EQ (cgo_chan_send (e, NULL), 0);
  CHECK_EQ (cgo_chan_recv (e, NULL), 1);
  cgo_chan_free (c);
  cgo_chan_free (e);
  errno = 0;
  CHECK (cgo_chan_make (SIZE_MAX / 2, 3) == NULL);
  CHECK_EQ (errno, EINVAL);
}

int
main (void)
{
  buffered ();
  unbuffered ();
  sizes ();
  return 0;
}
