/* Without needm a thread that the program's C made cannot call goroutine code.
   Threads from pthread_create in goroutine code, from C, calling at once, parking
   in the callback, ending, and their successors.

   { dg-foreign "callback-foreign_c.c" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

void c_threads (int threads, int calls, long (*fn) (long)) CGO_CALL;

static cgo_mutex mutex;
static cgo_chan *chan;
static long total;

CGO_EXPORT long
count (long n)
{
  CHECK (guard_slot () != 0);
  CHECK (cgo_goid () > 1);
  cgo_mutex_lock (&mutex);
  total += n;
  if (total % 16 == 0)
    cgo_gosched ();
  cgo_mutex_unlock (&mutex);
  return n;
}

CGO_EXPORT long
pass (long n)
{
  CHECK_EQ (cgo_chan_send (chan, &n), 0);
  return n;
}

/* A pthread start routine that is a callback.  */
CGO_EXPORT void *
start (void *arg)
{
  return (void *) count ((long) arg);
}

int
main (void)
{
  for (int round = 1; round <= 5; round++)
    {
      pthread_t t;
      void *result;
      c_threads (6, 50, count);
      CHECK_EQ (pthread_create (&t, NULL, start, (void *) 100L), 0);
      CHECK_EQ (pthread_join (t, &result), 0);
      CHECK_EQ ((long) result, 100);
      CHECK_EQ (total, round * 400);
    }
  /* Foreign threads that wait for goroutines.  */
  chan = cgo_chan_make (sizeof (long), 0);
  pthread_t t[4];
  long v, sum = 0;
  for (int i = 0; i < 4; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, (void *(*) (void *)) pass,
			      (void *) (long) (i + 1)), 0);
  for (int i = 0; i < 4; i++, sum += v)
    CHECK_EQ (cgo_chan_recv (chan, &v), 1);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
  CHECK_EQ (sum, 10);
  return 0;
}
/* { dg-options "-Wno-cast-function-type" } */
