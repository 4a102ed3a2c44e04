/* Without lending the P, C that blocks stops all goroutines of its P: while some
   wait in C, by the default mode and by `blocking', others must get on, also
   with CGOMAXPROCS=1.

   { dg-foreign "blocking_c.c" }  */

#include <cgo.h>
#include "check.h"

enum { WAITERS = 8, ROUNDS = 100 };

/* Return 1 when the other end of the pipe is closed.  */
int c_wait (int fd) CGO_CALL;
int c_wait_blocking (int fd) CGO_CALL_BLOCKING;

static cgo_wg wg;
static int waiting, finished;

static void
waiter (int n, int fd)
{
  __atomic_fetch_add (&waiting, 1, __ATOMIC_RELAXED);
  CHECK_EQ (n % 2 ? c_wait (fd) : c_wait_blocking (fd), 1);
  __atomic_fetch_add (&finished, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&wg);
}

int
main (void)
{
  int fd[2];
  CHECK_EQ (pipe (fd), 0);
  cgo_wg_add (&wg, WAITERS);
  for (int i = 0; i < WAITERS; i++)
    CHECK_EQ (cgo_go (waiter, i, fd[0]), 0);
  /* All wait at once, and this goroutine runs meanwhile.  */
  while (__atomic_load_n (&waiting, __ATOMIC_RELAXED) < WAITERS)
    cgo_gosched ();
  for (int i = 0; i < ROUNDS; i++)
    {
      CHECK_EQ (__atomic_load_n (&finished, __ATOMIC_RELAXED), 0);
      cgo_gosched ();
    }
  close (fd[1]);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (finished, WAITERS);
  return 0;
}
