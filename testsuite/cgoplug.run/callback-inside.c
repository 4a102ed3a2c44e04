/* What a callback may do: grow its stack by a million frames, wait for goroutines that it has
   started, lock itself to the thread and stay locked, jump inside itself, on a goroutine's
   thread and on one of C's.  It is C's frames on the thread that make all of these special;
   where a callback is called by goroutine code none is.

   { dg-foreign "callback-inside_c.c" }
   { dg-nostress "a segment for each of a million frames" }
   { dg-timeout 60 }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <setjmp.h>

void c_call (void (*fn) (void)) CGO_CALL;
void c_call_on_thread (void (*fn) (void)) CGO_CALL;

enum { FRAMES = 1000000, WORKERS = 50 };

NOINLINE static long
deep (long n, jmp_buf *env)
{
  volatile long here = n;
  if (n == 0 && env)
    longjmp (*env, 5);
  return n == 0 ? 0 : deep (n - 1, env) + here - n + 1;
}

CGO_EXPORT void
grows (void)
{
  CHECK_EQ (deep (FRAMES, NULL), FRAMES);
}

CGO_EXPORT void
jumps (void)
{
  for (int i = 0; i < 20; i++)
    {
      jmp_buf env;
      volatile int r = setjmp (env);
      if (r == 0)
	deep (i * i * 20, &env);
      CHECK_EQ (r, 5);
      CHECK_EQ (deep (100, NULL), 100);
      if (i % 5 == 0)
	c_call (grows);
    }
}

static void
worker (cgo_chan *c, cgo_chan *back, long n)
{
  long v;
  cgo_sleep (n * CGO_MICROSECOND);
  CHECK_EQ (cgo_chan_recv (c, &v), 1);
  CHECK_EQ (deep (n, NULL), n);
  v += n;
  CHECK_EQ (cgo_chan_send (back, &v), 0);
}

CGO_EXPORT void
waits (void)
{
  int thread = gettid ();
  cgo_chan *c = cgo_chan_make (sizeof (long), 0);
  cgo_chan *back = cgo_chan_make (sizeof (long), 0);
  long v = 1, sum = 0;
  for (long i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker, c, back, i), 0);
  for (long i = 0; i < WORKERS; i++, sum += v)
    {
      v = 1;
      CHECK_EQ (cgo_chan_send (c, &v), 0);
      CHECK_EQ (cgo_chan_recv (back, &v), 1);
      CHECK_EQ (gettid (), thread);
    }
  CHECK_EQ (sum, WORKERS + WORKERS * (WORKERS - 1) / 2);
  cgo_chan_free (c);
  cgo_chan_free (back);
}

/* The lock outlives the callback, as a call of cgo_lock_os_thread does any function.  */
CGO_EXPORT void
locks (void)
{
  cgo_lock_os_thread ();
  waits ();
}

CGO_EXPORT void
unlocks (void)
{
  waits ();
  cgo_unlock_os_thread ();
}

CGO_EXPORT void
all (void)
{
  c_call (grows);
  grows ();
  c_call (jumps);
  c_call (waits);
  c_call (locks);
  int thread = gettid ();
  for (int i = 0; i < 20; i++)
    cgo_sleep (CGO_MICROSECOND);
  CHECK_EQ (gettid (), thread);
  c_call (unlocks);
}

static void
run (cgo_wg *wg)
{
  all ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 2);
  for (int i = 0; i < 2; i++)
    CHECK_EQ (cgo_go (run, &wg), 0);
  all ();
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  c_call_on_thread (all);
  return 0;
}
