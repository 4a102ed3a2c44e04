/* Without this a thread that the runtime did not make cannot call goroutine code:
   the entry must find it an M, a goroutine and a P, keep them for the next call,
   and let them go when the thread ends.

   { dg-env "CGODEBUG=segment=65536" }
   { dg-link "-lpthread" }  */

#include "hand.h"
#include <pthread.h>

enum { THREADS = 8, CALLS = 200 };

long enter (long);
void t_drive (void);

HAND_MAIN;
HAND_EXPORT (enter, enter_body, 0);
HAND_THUNK (t_drive, drive, 0, __cgo_asmcall);

static cgo_mutex mutex;
static long total;

long
enter_body (long n)
{
  CHECK (guard_slot () != 0);
  CHECK (cgo_goid () > 1);
  cgo_mutex_lock (&mutex);	/* may park */
  total += n;
  cgo_gosched ();
  cgo_mutex_unlock (&mutex);
  return cgo_goid ();
}

static void *
thread (void *arg)
{
  long first = enter (1);
  for (int i = 1; i < CALLS; i++)
    {
      CHECK_EQ (guard_slot (), 0);
      CHECK_EQ (enter (1), first);	/* its goroutine is kept */
    }
  return arg;
}

/* On g0: plain C.  */
void
drive (void)
{
  pthread_t t[THREADS];
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, NULL), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
}

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  for (int i = 1; i <= 3; i++)
    {
      t_drive ();
      CHECK_EQ (total, (long) i * THREADS * CALLS);
    }
  return 0;
}
