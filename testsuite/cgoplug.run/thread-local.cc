// Without a word about the function that initialises a thread_local of another unit, which is
// weak and may be missing, such a variable was an error; and a static variable with a
// constructor did not link where nothing was included before, for __cxa_guard_acquire was taken
// for goroutine code.
//
// { dg-options "-Wno-cgo-tls" }
// { dg-also "thread-local_g.cc" }
// { dg-foreign "thread-local_c.cc" }

struct counted
{
  int n, tid;
  counted (int);
  ~counted ();
};

int number (int);

// Before any header of the system.
int &
guarded (int n)
{
  static counted c (n);
  return c.n;
}

extern thread_local counted in_goroutine_code;
extern thread_local int in_c;
extern thread_local int constant;
static thread_local counted here (number (7));

#include <cgo.h>
#include "check.h"

static int made, gone;
static cgo_wg wg;

counted::counted (int i)
{
  volatile char room[3000];
  room[i] = i;
  n = room[i];
  tid = gettid ();
  __atomic_fetch_add (&made, 1, 5);
}

counted::~counted ()
{
  __atomic_fetch_add (&gone, 1, 5);
}

int
number (int n)
{
  return n;
}

static void
worker ()
{
  for (int i = 0; i < 50; i++)
    {
      cgo_lock_os_thread ();
      CHECK_EQ (in_goroutine_code.n, 5);
      CHECK_EQ (in_goroutine_code.tid, gettid ());
      CHECK_EQ (here.n, 7);
      CHECK_EQ (here.tid, gettid ());
      CHECK_EQ (in_c, gettid ());
      CHECK_EQ (constant, 3);
      cgo_unlock_os_thread ();
      CHECK_EQ (guarded (i + 1), 1);
      if (i % 10 == 0)
	usleep (20);
      else
	cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main ()
{
  CHECK_EQ (guarded (1), 1);
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (worker), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK (made >= 3 && made % 2 == 1);
  return 0;
}
