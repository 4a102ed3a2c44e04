/* Without care for threads that goroutine code makes itself, programs that use
   pthreads break: start routines are goroutine code on a system stack, with deep
   recursion; thread-locals and joins work; goroutines go on beside them.  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

static __thread long mine;
static cgo_wg wg;

NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[0] = 0;
  return n == 0 ? room[0] : deep (n - 1) + 1 + room[0];
}

static void *
start (void *arg)
{
  CHECK_EQ (guard_slot (), 0);
  mine = (long) arg;
  CHECK_EQ (deep (10000), 10000);
  CHECK_EQ (mine, (long) arg);
  return (void *) (mine * 2);
}

static void
worker (long n)
{
  pthread_t t;
  void *result;
  CHECK_EQ (pthread_create (&t, NULL, start, (void *) n), 0);
  cgo_gosched ();
  CHECK_EQ (pthread_join (t, &result), 0);
  CHECK_EQ ((long) result, n * 2);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 20);
  for (long i = 0; i < 20; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
