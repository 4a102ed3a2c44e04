/* Without care GCC keeps the address of a thread-local across a call after which
   the goroutine is on another thread.  Direct accesses are read anew each time: a
   goroutine locked to its thread sees its value, others see the thread's.  */

#include <cgo.h>
#include "check.h"
#include <sys/syscall.h>

static __thread int tid;
static __thread int count;
static cgo_wg wg;

static void
worker (int n)
{
  for (int i = 0; i < 200; i++)
    {
      /* For a moment the thread stays the same, and so must be the one whose
	 `tid' this is, wherever the address was last computed.  */
      cgo_lock_os_thread ();
      int real = syscall (SYS_gettid);
      CHECK (tid == 0 || tid == real);
      tid = real;
      cgo_unlock_os_thread ();
      if ((n + i) % 10 == 0)
	usleep (50);
      else
	cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

static void
locked (void)
{
  cgo_lock_os_thread ();
  int mine = tid = syscall (SYS_gettid);
  count = 0;
  for (int i = 0; i < 100; i++)
    {
      count++;
      cgo_gosched ();
      CHECK_EQ (count, i + 1);
      CHECK_EQ (tid, mine);
    }
  cgo_unlock_os_thread ();
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 9);
  CHECK_EQ (cgo_go (locked), 0);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
