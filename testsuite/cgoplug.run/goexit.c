/* Without cgo_goexit only a return ends a goroutine: from any depth, also main,
   after which the rest of the program goes on and ends by exit.

   { dg-options "-Wno-infinite-recursion" }
   { dg-status 5 }
   { dg-output "at exit\n" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

static cgo_wg wg;

NOINLINE static void
leave (long depth)
{
  volatile char room[200];
  room[0] = depth;
  if (depth > 0)
    {
      leave (depth - 1);
      CHECK (room[0] && !"reached");
    }
  cgo_wg_done (&wg);
  cgo_goexit ();
}

static void
worker (int depth)
{
  leave (depth);
  CHECK (!"reached");
}

static void
bye (void)
{
  puts ("at exit");
}

static void
last (void)
{
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  CHECK (cgo_goid () > 1);
  exit (5);
}

int
main (void)
{
  atexit (bye);
  cgo_wg_add (&wg, 300);
  for (int i = 0; i < 300; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  CHECK_EQ (cgo_go (last), 0);
  cgo_goexit ();
}
