/* CGODEBUG=chaos=SEED: without it a goroutine keeps its processor for 10 ms, its thread while it
   does not wait, and its stack while that has room.  With it calls that never wait yield, C that
   takes no time loses the processor, other threads go on, and checks that would pass fail.

   { dg-env "CGODEBUG=chaos=5" }
   { dg-procs "1" }
   { dg-nostress "each check fails there anyway" }
   { dg-nochaos "it sets the mode itself" }  */

#define _GNU_SOURCE
#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"

enum { ROUNDS = 1000, CALLS = 100 };

static volatile int stop;
static volatile long turns;
static cgo_wg wg = CGO_WG_INIT;

static void
other (void)
{
  while (!stop)
    {
      turns = turns + 1;
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

/* In how many of ROUNDS somebody else came in between.  */
static int
interrupted (int in_c)
{
  int n = 0;
  for (int i = 0; i < ROUNDS; i++)
    {
      long before = turns;
      for (int j = 0; j < CALLS; j++)
	if (in_c)
	  read (-1, NULL, 0);
	else
	  cgo_goid ();
      n += turns != before;
    }
  return n;
}

int
main (void)
{
  cgo_wg_add (&wg, 1);
  cgo_go (other);
  cgo_gosched ();
  int calls = interrupted (0), c = interrupted (1), checks = 0, threads = 0;
  pid_t thread = gettid ();
  for (int i = 0; i < ROUNDS; i++)
    {
      read (-1, NULL, 0);
      pid_t now = gettid ();
      threads += now != thread;
      thread = now;
      checks += guard_slot () == CGO_GUARD_STRESS;
    }
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  /* Each would be next to none.  */
  CHECK (calls > ROUNDS / 2);
  CHECK (c > ROUNDS / 2);
  CHECK (threads > ROUNDS / 100);
  CHECK (checks > ROUNDS / 100);
  return 0;
}
