/* C calls back on stacks that are not the thread's: contexts of makecontext, one that a few
   instructions switch to, the memory of a signal stack, each of 16 KiB; one from the callback
   on another, above it in memory and below; as the first thing a thread does; while a context
   is stopped in the middle of a callback.  What was called back grows its stack, waits, and
   jumps, to C on the same stack and to goroutine code.  Nothing may be assumed of where a
   stack begins, nor that who is called later is further down.

   { dg-foreign "callback-stacks_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include "callback-stacks.h"

enum { TIMES = 30 };

NOINLINE static long
deep (long n)
{
  volatile char room[300];
  room[n % 300] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 300];
}

static void
answer (cgo_chan *c, int v)
{
  cgo_gosched ();
  CHECK_EQ (cgo_chan_send (c, &v), 0);
}

/* With all that a callback may do.  */
CGO_EXPORT void
called (struct call *call)
{
  int v;
  CHECK (guard_slot () != 0);
  CHECK_EQ (deep (call->n), call->n);
  cgo_chan *c = cgo_chan_make (sizeof v, 0);
  CHECK_EQ (cgo_go (answer, c, call->n), 0);
  CHECK_EQ (cgo_chan_recv (c, &v), 1);
  CHECK_EQ (v, call->n);
  cgo_chan_free (c);
  call->calls++;
}

/* On another stack, and once more there, alternately lower and higher.  */
CGO_EXPORT void
nested (struct call *call)
{
  called (call);
  if (call->n-- > 0)
    c_on_stack (call->n % KINDS, nested, call);
  CHECK_EQ (deep (20), 20);
}

CGO_EXPORT void
jumps (struct call *call)
{
  CHECK_EQ (deep (call->n), call->n);
  call->calls++;
  longjmp (call->env, 1);
}

/* Calls C, which jumps.  */
CGO_EXPORT void
c_jumps (struct call *call)
{
  CHECK_EQ (deep (call->n), call->n);
  call->calls++;
  c_jump (call);
}

/* Calls C, which goes back to who has switched to it, and is continued.  */
CGO_EXPORT void
stops (struct call *call)
{
  called (call);
  c_stop (call);
  called (call);
}

static void
to_goroutine (int kind, void (*fn) (struct call *))
{
  struct call call = { .n = 10 };
  if (setjmp (call.env) == 0)
    c_on_stack (kind, fn, &call);
  CHECK_EQ (call.calls, 1);
}

CGO_EXPORT void
all (void)
{
  for (int i = 0; i < TIMES; i++)
    for (int kind = 0; kind < KINDS; kind++)
      {
	struct call call = { .n = i };
	c_on_stack (kind, called, &call);
	CHECK_EQ (call.calls, 1);
	call = (struct call) { .n = i % 8 };
	c_on_stack (kind, nested, &call);
	CHECK_EQ (call.calls, i % 8 + 1);
	call = (struct call) { .n = i };
	c_catch_on_stack (kind, jumps, &call);
	c_catch_on_stack (kind, c_jumps, &call);
	CHECK_EQ (call.calls, 2);
	to_goroutine (kind, jumps);
	to_goroutine (kind, c_jumps);
	call = (struct call) { .n = i };
	c_stopped (stops, &call);
	CHECK_EQ (call.calls, 2);
      }
}

static void
worker (cgo_wg *wg)
{
  all ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 3);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (cgo_go (worker, &wg), 0);
  all ();
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  c_thread (all);
  return 0;
}
