/* The profiling timer's signal comes to threads of C that call back all the time, in C, on the
   way in and out and in the callback, and to those of goroutines that compute and call C.
   Its handler must run on the signal stack wherever there is a goroutine below, and leave
   all as it was; else goroutines are overrun, and results are wrong.

   { dg-foreign "signal-prof_c.c" }
   { dg-levels "-O0 -O2" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

extern void c_profile (int on) CGO_CALL;
extern int c_signals (int foreign) CGO_CALL;
extern int c_wrong (void) CGO_CALL;
extern long c_sum (long) CGO_CALL;
extern void *c_thread (void *stop) CGO_CALL;

enum { THREADS = 3, GOROUTINES = 3, SIGNALS = 15 };

static volatile int stop;
static _Atomic long callbacks;
static cgo_wg wg;

NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[0] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[0];
}

CGO_EXPORT long
back (long n)
{
  callbacks++;
  return deep (n % 50) + n;
}

static void
works (void)
{
  for (long n = 0; !stop; n = (n + 1) % 100)
    {
      CHECK_EQ (deep (n), n);
      CHECK_EQ (c_sum (n), n * (n + 1) / 2);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  pthread_t t[THREADS];
  long called = 0;
  int64_t end = cgo_now () + 40 * CGO_SECOND;
  c_profile (1);
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (works), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, c_thread, (void *) &stop), 0);
  while (c_signals (0) < SIGNALS || c_signals (1) < SIGNALS)
    {
      CHECK (cgo_now () < end);
      cgo_sleep (CGO_MILLISECOND);
    }
  stop = 1;
  for (int i = 0; i < THREADS; i++)
    {
      void *calls;
      CHECK_EQ (pthread_join (t[i], &calls), 0);
      called += (long) calls;
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  c_profile (0);
  CHECK_EQ (callbacks, called);
  CHECK_EQ (c_wrong (), 0);
  return 0;
}
