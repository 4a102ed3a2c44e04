/* cgo_stack_dump in a program whose goroutines run and wait all the time: none runs on while its
   stack is walked, which would be a fault of the unwinder's.

   { dg-levels "-O2" }
   { dg-procs "1 2 4" }
   { dg-output "end\n" }  */

#include <cgo.h>
#include "check.h"

#include <fcntl.h>

enum { PAIRS = 8, DUMPS = 60 };

static cgo_chan *there, *back;

/* Is at another depth each time.  */
NOINLINE static int
deep (int n, cgo_chan *to, cgo_chan *from)
{
  volatile char room[300];
  room[0] = 0;
  if (n == 0)
    return cgo_chan_send (to, NULL) + cgo_chan_recv (from, NULL) + room[0];
  int r = deep (n - 1, to, from);
  HIDE (r);
  return r + room[0];
}

static void
ping (int n)
{
  for (int i = n;; i = (i * 7 + 3) % 13)
    deep (i, there, back);
}

static void
pong (int n)
{
  for (int i = n;; i = (i * 5 + 1) % 11)
    deep (i, back, there);
}

int
main (void)
{
  there = cgo_chan_make (0, 3);
  back = cgo_chan_make (0, 3);
  for (int i = 0; i < PAIRS; i++)
    {
      cgo_go (ping, i);
      cgo_go (pong, i);
    }
  int err = dup (2), null = open ("/dev/null", O_WRONLY);
  CHECK (err >= 0 && null >= 0);
  dup2 (null, 2);
  for (int i = 0; i < DUMPS; i++)
    {
      cgo_stack_dump ();
      cgo_sleep (10 * CGO_MICROSECOND);
    }
  dup2 (err, 2);
  dprintf (2, "end\n");
  return 0;
}
