/* setgid interrupts every thread of the process by a signal and waits for each: while
   threads of the runtime come, each goroutine taking one for itself, and sleep, and while
   another one is cancelled, whose signal is sent in the same way.  A thread without a
   place for the handler, or one that blocks it, would be a hang or a crash.
   (Go's TestSetgidStress, Test6997.)  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <unistd.h>

enum { GOROUTINES = 50 };

static cgo_wg wg;

static void
goroutine (void)
{
  CHECK_EQ (setgid (getgid ()), 0);
  cgo_wg_done (&wg);
  cgo_lock_os_thread ();
  cgo_sleep (CGO_SECOND);
}

static void *
sleeper (void *arg)
{
  for (;;)
    sleep (1);
  return arg;
}

static void
cancel (void)
{
  pthread_t t;
  void *result = NULL;
  CHECK_EQ (pthread_create (&t, NULL, sleeper, NULL), 0);
  cgo_sleep (10 * CGO_MILLISECOND);
  CHECK_EQ (pthread_cancel (t), 0);
  CHECK_EQ (pthread_join (t, &result), 0);
  CHECK (result == PTHREAD_CANCELED);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, GOROUTINES + 4);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (goroutine), 0);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (cgo_go (cancel), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
