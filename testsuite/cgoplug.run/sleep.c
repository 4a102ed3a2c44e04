/* Without timers a goroutine that sleeps takes its thread along: sleepers end in
   the order of their deadlines, never early, a thousand at once, and a P is free
   meanwhile.  */

#include <cgo.h>
#include "check.h"

enum { N = 8, MANY = 1000 };

static cgo_wg wg;
static int order[N], norder;
static cgo_mutex mutex;
static volatile int spun, stop;

static void
sleeper (int64_t first, int n)
{
  int64_t deadline = first + n * 20 * CGO_MILLISECOND;
  CHECK_EQ (cgo_sleep_until (deadline), 0);
  CHECK (cgo_now () >= deadline);
  cgo_mutex_lock (&mutex);
  order[norder++] = n;
  cgo_mutex_unlock (&mutex);
  cgo_wg_done (&wg);
}

static void
one_of_many (int n)
{
  int64_t start = cgo_now (), ns = (n * 7919 % 50) * 100 * CGO_MICROSECOND;
  CHECK_EQ (cgo_sleep (ns), 0);
  CHECK (cgo_now () - start >= ns);
  cgo_wg_done (&wg);
}

static void
spinner (void)
{
  while (!stop)
    {
      spun++;
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  CHECK_EQ (cgo_sleep (0), 0);
  CHECK_EQ (cgo_sleep (-5), 0);
  CHECK_EQ (cgo_sleep_until (0), 0);
  cgo_wg_add (&wg, N);
  int64_t first = cgo_now () + 50 * CGO_MILLISECOND;
  for (int i = N - 1; i >= 0; i--)
    CHECK_EQ (cgo_go (sleeper, first, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < N; i++)
    CHECK_EQ (order[i], i);
  cgo_wg_add (&wg, MANY);
  for (int i = 0; i < MANY; i++)
    CHECK_EQ (cgo_go (one_of_many, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (spinner), 0);
  int64_t far = cgo_now () + 20 * CGO_SECOND;
  do
    cgo_sleep (5 * CGO_MILLISECOND);
  while (spun <= 3 && cgo_now () < far);
  CHECK (spun > 3);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
