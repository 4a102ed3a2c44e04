/* sched.c - what the scheduler costs: to start a goroutine and wait for its end,
   to yield to another one, and to pass a value back and forth through two
   unbuffered channels.  Go's counterpart is peer.go.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "bench.h"

enum { SPAWNS = 1000, BATCHES = 20, YIELDS = 50000, PINGS = 50000 };

static cgo_wg wg;

static void
nothing (void)
{
  cgo_wg_done (&wg);
}

static void
spawn (void)
{
  for (int b = 0; b < BATCHES; b++)
    {
      cgo_wg_add (&wg, SPAWNS);
      for (int i = 0; i < SPAWNS; i++)
	cgo_go (nothing);
      cgo_wg_wait (&wg);
    }
}

static void
yields (void)
{
  for (int i = 0; i < YIELDS; i++)
    cgo_gosched ();
  cgo_wg_done (&wg);
}

static void
yield (void)
{
  cgo_wg_add (&wg, 2);
  cgo_go (yields);
  cgo_go (yields);
  cgo_wg_wait (&wg);
}

static void
answer (cgo_chan *ping, cgo_chan *pong)
{
  long v;
  while (cgo_chan_recv (ping, &v) == 1)
    cgo_chan_send (pong, &v);
  cgo_chan_free (ping);
  cgo_wg_done (&wg);
}

static void
pingpong (void)
{
  cgo_chan *ping = cgo_chan_make (sizeof (long), 0);
  cgo_chan *pong = cgo_chan_make (sizeof (long), 0);

  cgo_wg_add (&wg, 1);
  cgo_go (answer, ping, pong);
  for (long i = 0; i < PINGS; i++)
    {
      cgo_chan_send (ping, &i);
      cgo_chan_recv (pong, &i);
    }
  cgo_chan_close (ping);
  cgo_wg_wait (&wg);
  cgo_chan_free (pong);
}

int
main (void)
{
  spawn ();
  for (int r = 0; r < BENCH_REPEAT; r++)
    {
      BENCH ("spawn", SPAWNS * BATCHES, spawn ());
      BENCH ("yield", 2 * YIELDS, yield ());
      BENCH ("ping-pong", PINGS, pingpong ());
    }
}
