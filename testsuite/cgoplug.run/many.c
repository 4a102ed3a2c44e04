/* Without small stacks a hundred thousand goroutines do not fit: all parked at
   once, woken, gone, and their memory used again.

   { dg-nostress "every check takes a segment: gigabytes" }
   { dg-nochaos "so many take minutes" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <sys/resource.h>

enum { N = 100000 };

static cgo_wg started, done;
static cgo_chan *gate;
static long sum;

static void
worker (int n)
{
  long here = n;
  cgo_wg_done (&started);
  CHECK_EQ (cgo_chan_recv (gate, NULL), 0);
  __atomic_fetch_add (&sum, here, __ATOMIC_RELAXED);
  cgo_wg_done (&done);
}

static void
round_of (int n)
{
  gate = cgo_chan_make (0, 0);
  sum = 0;
  cgo_wg_add (&started, n);
  cgo_wg_add (&done, n);
  for (int i = 0; i < n; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&started), 0);
  CHECK_EQ (cgo_numgoroutine (), n + 1);
  cgo_chan_close (gate);
  CHECK_EQ (cgo_wg_wait (&done), 0);
  while (cgo_numgoroutine () > 1)
    cgo_gosched ();
  CHECK_EQ (sum, (long) n * (n - 1) / 2);
  cgo_chan_free (gate);
}

static long
megabytes (void)
{
  struct rusage u;
  getrusage (RUSAGE_SELF, &u);
  return u.ru_maxrss / 1024;
}

int
main (void)
{
  round_of (N);
  long first = megabytes ();
  CHECK (first < 1000);		/* below 10 KB each */
  round_of (N);
  round_of (N);
  CHECK (megabytes () < first + first / 4);
  return 0;
}
