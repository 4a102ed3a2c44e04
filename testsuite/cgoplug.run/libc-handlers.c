/* The handlers that libc installs for itself, by which setuid reaches all threads and
   pthread_cancel its victim, are kept off the goroutines' stacks: goroutines that
   are always near the end of one go on unharmed.  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <unistd.h>

static volatile int stop;
static cgo_wg wg;

NOINLINE static long
deep (long n)
{
  volatile char room[50];
  room[0] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[0];	/* no loop, it would not check */
}

static void
compute (void)
{
  while (!stop)
    CHECK_EQ (deep (200), 200);
  cgo_wg_done (&wg);
}

static void *
waits (void *arg)
{
  for (;;)
    pause ();
  return arg;
}

int
main (void)
{
  for (int i = 0; i < 4; i++)
    {
      cgo_wg_add (&wg, 1);
      cgo_go (compute);
    }
  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (setuid (getuid ()), 0);
      cgo_sleep (CGO_MILLISECOND / 2);
    }
  pthread_t t;
  void *result;
  CHECK_EQ (pthread_create (&t, NULL, waits, NULL), 0);
  CHECK_EQ (pthread_cancel (t), 0);
  CHECK_EQ (pthread_join (t, &result), 0);
  CHECK (result == PTHREAD_CANCELED);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
