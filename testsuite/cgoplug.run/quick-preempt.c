/* The quick ways of cgo_mutex_lock, cgo_wg_add and their like stay on the goroutine's stack.  If
   they did not look whether the goroutine is to stop, one that does nothing else would keep its
   P for ever.

   { dg-env "CGOMAXPROCS=1" }  */

#include <cgo.h>
#include "check.h"

enum { ROUNDS = 5 };

static cgo_mutex mutex = CGO_MUTEX_INIT;
static cgo_wg count, all;
static volatile int stop;

static void
locks (void)
{
  while (!stop)
    {
      cgo_mutex_lock (&mutex);
      cgo_mutex_unlock (&mutex);
    }
  cgo_wg_done (&all);
}

static void
counts (void)
{
  while (!stop)
    {
      cgo_wg_add (&count, 2);
      cgo_wg_done (&count);
      cgo_wg_add (&count, -1);
    }
  cgo_wg_done (&all);
}

int
main (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      stop = 0;
      cgo_wg_add (&all, 2);
      CHECK_EQ (cgo_go (locks), 0);
      CHECK_EQ (cgo_go (counts), 0);
      /* Runs again only if both of them stop.  */
      cgo_gosched ();
      cgo_gosched ();
      stop = 1;
      cgo_wg_wait (&all);
      cgo_mutex_lock (&mutex);
      cgo_mutex_unlock (&mutex);
      cgo_wg_wait (&count);
    }
  return 0;
}
