/* Threads come one by one, as more and more goroutines sleep in C for longer than a tick,
   so that their processors are taken from them, while as many others lock and unlock.
   What one left in an object under its lock the next must see, on whatever thread and
   processor it runs.  (Go's Test27660.)  */

#include <cgo.h>
#include "check.h"

enum { N = 60, OBJECTS = 20 };

static struct { cgo_mutex lock; long twice[2]; } objects[OBJECTS];
static _Atomic int stop;
static _Atomic long added;
static cgo_wg wg;

static void
sleeper (void)
{
  while (!stop)
    {
      usleep (1000);
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

static void
locker (unsigned seed)
{
  long n = 0;
  while (!stop)
    {
      seed = seed * 1664525 + 1013904223;
      unsigned i = (seed >> 8) % OBJECTS;
      cgo_mutex_lock (&objects[i].lock);
      CHECK_EQ (objects[i].twice[0], objects[i].twice[1]);
      objects[i].twice[0]++;
      if (seed % 16 == 0)
	cgo_gosched ();
      objects[i].twice[1]++;
      cgo_mutex_unlock (&objects[i].lock);
      n++;
    }
  added += n;
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 2 * N);
  for (int i = 0; i < N; i++)
    {
      CHECK_EQ (cgo_go (sleeper), 0);
      CHECK_EQ (cgo_go (locker, (unsigned) i), 0);
      cgo_sleep (CGO_MILLISECOND);
    }
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  long sum = 0;
  for (int i = 0; i < OBJECTS; i++)
    sum += objects[i].twice[1];
  CHECK (sum == added && sum > 0);
  return 0;
}
