/* Handlers run on the signal stack, also on threads that just begin or end: goroutines end locked
   to their threads, which end with them, and others begin, while another thread sends signals to
   each thread that it finds.  A thread that could be interrupted before it has its signal stack,
   or when it has none any more, would run the handler on its own.

   { dg-foreign "signal-threads_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"

enum { ROUNDS = 300, EACH = 4, ENOUGH = 300, ROUNDS_MOST = 10000 };

void storm_begins (void) CGO_CALL;
/* How many signals came; *OFF: how many of them not on a signal stack.  */
long storm_so_far (long *off) CGO_CALL;
void storm_ends (void) CGO_CALL;

static void
locked (cgo_wg *wg)
{
  cgo_lock_os_thread ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  long came = 0, off = 0;
  storm_begins ();
  for (int round = 0; round < ROUNDS || (came < ENOUGH && round < ROUNDS_MOST); round++)
    {
      cgo_wg_add (&wg, EACH);
      for (int i = 0; i < EACH; i++)
	CHECK_EQ (cgo_go (locked, &wg), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      came = storm_so_far (&off);
      CHECK_EQ (off, 0);
    }
  storm_ends ();
  CHECK (came >= ENOUGH);
  return 0;
}
