/* Without this nothing runs everything at once: each test has one thing going on and its fellows
   asleep.  Here goroutines compute, grow stacks, take room by alloca, send with deadlines, lock,
   wait, sleep, call C in each mode, are called back on threads of their own and on others' that
   come and go, are hit by signals, fork, end in every way, throw, and jump, while the number
   of Ps changes, for as many seconds as the argument says.

   Each checks what it gets; at the end sums and counts must be right, and no goroutine be
   missing.  A thread watches: an actor that has not made a round for a minute is named, and the
   traceback of all goroutines printed.

   Each actor's rounds are counted, and each must have made one.  */

#include "soak.h"
#include "check.h"

#include <stdlib.h>

int64_t soak_end;
cgo_wg soak_wg = CGO_WG_INIT;

static unsigned long begun, ended;	/* goroutines; atomic */

int
soak_more (struct actor *a)
{
  __atomic_fetch_add (&a->done, 1, __ATOMIC_RELAXED);
  return cgo_now () < soak_end;
}

void
soak_go_add (void)
{
  __atomic_fetch_add (&begun, 1, __ATOMIC_RELAXED);
  cgo_wg_add (&soak_wg, 1);
}

void
soak_done (void)
{
  __atomic_fetch_add (&ended, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&soak_wg);
}

uint64_t
soak_seed (struct actor *a)
{
  return a->done * 77 + (uintptr_t) a;
}

static struct actor actors[] =
{
  { "compute", actor_compute, 4, 0 },
  { "grow", actor_grow, 4, 0 },
  { "alloca", actor_allocate, 2, 0 },
  { "send", actor_send_all, 4, 0 },
  { "receive", actor_receive, 4, 0 },
  { "lock", actor_lock, 4, 0 },
  { "wait", actor_fan_out, 2, 0 },
  { "sleep", actor_doze, 20, 0 },
  { "call", actor_call, 3, 0 },
  { "call pinned", actor_call_pinned, 2, 0 },
  { "call back", actor_call_back, 3, 0 },
  { "threads", actor_threads, 2, 0 },
  { "jump", actor_jump_here, 2, 0 },
  { "signals", actor_signals, 1, 0 },
  { "fork", actor_spawn, 1, 0 },
  { "gomaxprocs", actor_resize, 1, 0 },
  { "ends", actor_end, 2, 0 },
  { "exceptions", actor_exceptions, 2, 0 },
};
enum { ACTORS = sizeof actors / sizeof actors[0] };

static void
begin (struct actor *a)
{
  a->run (a);
  soak_done ();
}

int
main (int argc, char **argv)
{
  int seconds = argc > 1 ? atoi (argv[1]) : 1;
  CHECK (seconds > 0);
  soak_watch (actors, ACTORS, seconds);
  soak_end = cgo_now () + seconds * CGO_SECOND;
  for (int i = 0; i < ACTORS; i++)
    if (actors[i].run == actor_send_all)
      soak_wait_begin (actors[i].copies);
  for (int i = 0; i < ACTORS; i++)
    for (int n = 0; n < actors[i].copies; n++)
      {
	soak_go_add ();
	CHECK_EQ (cgo_go (begin, &actors[i]), 0);
      }
  CHECK_EQ (cgo_wg_wait (&soak_wg), 0);
  CHECK_EQ (begun, ended);
  soak_wait_end ();
  for (int i = 0; i < ACTORS; i++)
    CHECK (actors[i].done >= (unsigned long) actors[i].copies);
  return 0;
}
