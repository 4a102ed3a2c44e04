/* C calls back while all processors have goroutines that only a signal stops (preempt=async): a
   thread of C gets one for its callback, and is stopped in it by a signal, as is the callback of
   a goroutine's C; and each goes on on its own thread, to C with its stack and errno as
   they were.  Otherwise no callback begins or ends, or C finds itself on another thread.

   { dg-foreign "preempt-async-callback_c.c" }
   { dg-options "-fplugin-arg-cgoplug-preempt=async" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

extern void c_calls (long (*fn) (long)) CGO_CALL;
extern void *c_thread (void *fn) CGO_CALL;

enum { CALLERS = 2, THREADS = 2 };

static volatile unsigned ticks;
static volatile int end;
static cgo_wg wg;

/* Until TICKS goes on, for which this goroutine must be stopped if there is one processor.  */
CGO_EXPORT long
back (long n)
{
  unsigned seen = ticks;
  do
    n += 2;
  while (ticks == seen);
  return n;
}

static void
counts (void)
{
  while (!end)
    {
      ticks++;
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

static void
spins (void)
{
  while (!end)
    ;
  cgo_wg_done (&wg);
}

static void
calls (cgo_wg *called)
{
  c_calls (back);
  cgo_wg_done (called);
}

int
main (void)
{
  pthread_t t[THREADS];
  cgo_wg called = CGO_WG_INIT;
  int spinners = cgo_maxprocs () + 1;
  cgo_wg_add (&wg, spinners + 1);
  while (spinners--)
    CHECK_EQ (cgo_go (spins), 0);
  CHECK_EQ (cgo_go (counts), 0);
  cgo_wg_add (&called, CALLERS);
  for (int i = 0; i < CALLERS; i++)
    CHECK_EQ (cgo_go (calls, &called), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, c_thread, back), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
  CHECK_EQ (cgo_wg_wait (&called), 0);
  end = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
