/* C that calls back is on the thread it began on when the callback returns, and so is the
   callback all the time, though it waits and others run meanwhile: C's frames are there.
   Else C would go on with another thread's errno, locks and stack.  C's own thread-locals are
   those of the thread: a goroutine that is locked to one finds what it left.  (Go's
   TestThreadLock, TestTLS.)

   { dg-foreign "thread-lock_c.c" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"

int c_same_thread (void) CGO_CALL;
int c_tls (void) CGO_CALL;
void c_set_tls (int) CGO_CALL;

static cgo_wg wg;
static _Atomic int waiting;

CGO_EXPORT int
called (int n)
{
  int tid = gettid ();
  for (int i = 0; i < 3; i++)
    {
      if (n % 8 == 0)
	cgo_sleep (20 * CGO_MICROSECOND);
      else
	cgo_gosched ();
      CHECK_EQ (gettid (), tid);
    }
  return tid;
}

static void
lock (void)
{
  for (int i = 0; i < 200; i++)
    CHECK_EQ (c_same_thread (), 1);
  cgo_wg_done (&wg);
}

static void
tls (int n)
{
  cgo_lock_os_thread ();
  /* Each has a thread of its own, as all wait here at once.  */
  waiting++;
  while (waiting < 4)
    cgo_gosched ();
  c_set_tls (n);
  for (int i = 0; i < 50; i++)
    {
      CHECK_EQ (c_tls (), n);
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 4; i++)
    {
      CHECK_EQ (cgo_go (lock), 0);
      CHECK_EQ (cgo_go (tls, 0x1234 + i), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
