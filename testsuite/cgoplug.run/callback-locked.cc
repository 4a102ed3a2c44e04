/* What leaves a callback by an exception, on a goroutine that is locked to its thread, must
   not unlock it: C's frames that bound the goroutine to the thread are gone, the lock is
   not.  Without a count of its own for each, the goroutine goes on on other threads.

   { dg-options "-std=gnu++17" }
   { dg-foreign "callback-locked_c.cc" }  */

#include <cgo.h>
#include "check.h"
#include <unistd.h>

extern "C"
{
  void c_pass (int x) CGO_CALL;
  CGO_EXPORT void thrower (int x);
}

static cgo_wg wg;

void
thrower (int x)
{
  cgo_gosched ();
  throw x;
}

/* Whether each of 50 steps, some of them left by an exception, was on one thread.  */
static bool
one_thread (int id)
{
  int first = gettid (), caught = 0;
  bool one = true;
  for (int i = 0; i < 50; i++)
    {
      try
	{
	  c_pass (i + id);
	}
      catch (int x)
	{
	  caught += x == i + id;
	}
      cgo_sleep (CGO_MICROSECOND * 20);
      one &= gettid () == first;
    }
  CHECK_EQ (caught, 50);
  return one;
}

static void
locked (int id)
{
  cgo_lock_os_thread ();
  CHECK (one_thread (id));
  cgo_unlock_os_thread ();
  cgo_wg_done (&wg);
}

int
main ()
{
  enum { N = 8 };
  cgo_wg_add (&wg, N);
  for (int i = 0; i < N; i++)
    CHECK_EQ (cgo_go (locked, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
