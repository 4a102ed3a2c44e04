/* Without cgo_lock_os_thread C libraries that belong to a thread (OpenGL, a debugger,
   signal masks) cannot be used: the locked goroutine keeps its thread, nothing
   else runs there, locks nest, and others get on meanwhile.  */

#include <cgo.h>
#include "check.h"
#include <sys/syscall.h>

enum { SENDS = 10 };

static cgo_wg wg;
static cgo_chan *chan;
static volatile int locked_thread;

static int
thread (void)
{
  return syscall (SYS_gettid);
}

static void
locked (void)
{
  cgo_lock_os_thread ();
  cgo_lock_os_thread ();
  int mine = thread ();
  locked_thread = mine;
  for (int i = 0; i < 100; i++)
    {
      if (i == 50)
	cgo_unlock_os_thread ();	/* the outer one still holds */
      if (i % 10 == 0)
	cgo_sleep (100 * CGO_MICROSECOND);
      else if (i % 10 == 5)
	usleep (100);
      else
	cgo_gosched ();
      CHECK_EQ (thread (), mine);
    }
  locked_thread = 0;
  cgo_unlock_os_thread ();
  cgo_gosched ();
  cgo_wg_done (&wg);
}

static void
other (void)
{
  for (int i = 0; i < 300; i++)
    {
      int before = locked_thread, here = thread (), after = locked_thread;
      CHECK (before == 0 || before != after || here != before);
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

/* Waits for a receiver again and again; what it runs on afterwards is its own thread.  */
static void
sends (void)
{
  cgo_lock_os_thread ();
  int mine = thread ();
  for (int i = 0; i < SENDS; i++)
    {
      CHECK_EQ (cgo_chan_send (chan, &i), 0);
      CHECK_EQ (thread (), mine);
    }
  cgo_unlock_os_thread ();
  cgo_wg_done (&wg);
}

static void
receives (void)
{
  for (int i = 0; i < SENDS; i++)
    {
      int v = -1;
      CHECK_EQ (cgo_chan_recv (chan, &v), 1);
      CHECK_EQ (v, i);
    }
  cgo_wg_done (&wg);
}

/* A goroutine that ends while locked takes nothing along.  */
static void
ends_locked (void)
{
  cgo_lock_os_thread ();
  cgo_gosched ();
  cgo_wg_done (&wg);
}

int
main (void)
{
  chan = cgo_chan_make (sizeof (int), 0);
  for (int round = 0; round < 3; round++)
    {
      cgo_wg_add (&wg, 9);
      CHECK_EQ (cgo_go (locked), 0);
      CHECK_EQ (cgo_go (ends_locked), 0);
      CHECK_EQ (cgo_go (sends), 0);
      CHECK_EQ (cgo_go (receives), 0);
      for (int i = 0; i < 5; i++)
	CHECK_EQ (cgo_go (other), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  return 0;
}
