/* sysmon, which has run for long, sends signals on channels that goroutines make after it, and
   free: the runtime must say that this is an order, and that two who ask for signals on one M have
   no race of its stack.

   { dg-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"
#include <signal.h>

enum { N = 4, ROUNDS = 5 };

static cgo_wg wg;

static void
receive (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      int sig = 0;
      cgo_chan *c = cgo_chan_make (sizeof sig, 2);
      CHECK_EQ (cgo_signal_notify (c, SIGUSR1), 0);
      cgo_gosched ();
      CHECK_EQ (raise (SIGUSR1), 0);
      CHECK_EQ (cgo_chan_recv_until (c, &sig, cgo_now () + 10 * CGO_SECOND), 1);
      CHECK_EQ (sig, SIGUSR1);
      CHECK_EQ (cgo_signal_stop (c), 0);
      cgo_chan_free (c);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_sleep (CGO_MILLISECOND);
  cgo_wg_add (&wg, N);
  for (int i = 0; i < N; i++)
    cgo_go (receive);
  cgo_wg_wait (&wg);
}
