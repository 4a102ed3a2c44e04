/* soak-process_g.c - actors that do something to the process: signals, fork, the number of Ps;
   and goroutines that end in every way.

   SPDX-License-Identifier: MIT  */

#include "soak.h"
#include "check.h"

void
actor_signals (struct actor *a)
{
  while (soak_more (a))
    {
      unsigned long before = c_signals_seen ();
      c_signals (1);
      for (int i = 0; i < 1000 && c_signals_seen () == before; i++)
	cgo_sleep (CGO_MILLISECOND);
      CHECK (c_signals_seen () != before);
    }
  c_signals (0);
}

void
actor_spawn (struct actor *a)
{
  while (soak_more (a))
    {
      CHECK_EQ (c_spawn (), 0);
      cgo_sleep (20 * CGO_MILLISECOND);
    }
}

void
actor_resize (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      int was = cgo_gomaxprocs (1 + soak_below (&r, MAXPROCS));
      CHECK (was >= 1 && was <= MAXPROCS);
      cgo_sleep (soak_below (&r, 5000) * CGO_MICROSECOND);
    }
}

/* ---- Ends ---- */

static void
ends_locked (int n)
{
  cgo_lock_os_thread ();
  if (n % 2)
    cgo_sleep (100 * CGO_MICROSECOND);
  soak_done ();
}

NOINLINE static void
ends_below (int n)
{
  volatile char room[300];
  room[n] = 1;
  if (n)
    {
      ends_below (n - 1);
      CHECK (room[n] && !"reached");
    }
  soak_done ();
  cgo_goexit ();
}

void
actor_end (struct actor *a)
{
  for (int i = 0; soak_more (a); i++)
    {
      soak_go_add ();
      CHECK_EQ (i % 2 ? cgo_go (ends_locked, i / 2) : cgo_go (ends_below, i / 2 % 30), 0);
      if (i % 16 == 0)
	cgo_sleep (CGO_MILLISECOND);
      else
	cgo_gosched ();
    }
}
