/* Without care GCC keeps the address of a thread-local across a call after which
   the goroutine is on another thread.  Direct accesses are read anew each time: a
   goroutine locked to its thread sees its value, others see the thread's.  */

#include <cgo.h>
#include "check.h"
#include <sys/syscall.h>

static __thread int tid;
static __thread int counts[16];
static cgo_wg wg;

NOINLINE static int
thread (void)
{
  if (tid == 0)
    tid = syscall (SYS_gettid);
  return tid;
}

static void
worker (int n)
{
  for (int i = 0; i < 200; i++)
    {
      /* The thread-local of this instant is this thread's.  */
      int before = thread ();
      int real = syscall (SYS_gettid);
      int after = thread ();
      CHECK (before != after || real == before);
      counts[n % 16]++;
      if (i % 10 == 0)
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
  tid = 0;
  counts[15] = 0;
  int mine = thread ();
  for (int i = 0; i < 100; i++)
    {
      counts[15]++;
      cgo_gosched ();
      CHECK_EQ (counts[15], i + 1);
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
