/* Without everything at once the corners where two things meet stay dark: callbacks
   nested in lent and in nonblocking C, on own and on foreign threads, with arguments
   on the stack, that yield, sleep and grow the stack, deadlines that pass, and through
   all of it a signal whose handler is goroutine code.

   { dg-foreign "storm_c.c" }
   { dg-procs "1 2 4" }  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <sys/time.h>
#include "storm.h"

enum { EACH = 4, ROUNDS = 40 };

static cgo_wg wg;
static cgo_chan *c;

NOINLINE static long
deep (long n)
{
  volatile char room[200];
  room[n % 200] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[n % 200];
}

static void
handler (int sig)
{
  char text[100];
  snprintf (text, sizeof text, "%d", sig);
  errno = deep (30);
}

CGO_EXPORT void
nested (int n)
{
  errno = n;
  CHECK_EQ (deep (3 * n), 3 * n);
  if (n % 3 == 0)
    cgo_gosched ();
  if (n % 5 == 0)
    cgo_sleep (CGO_MICROSECOND);
  CHECK_EQ (errno, n);
  if (n)
    (n % 2 ? c_call : c_call_nonblocking) (nested, n - 1);
}

CGO_EXPORT long
nested_big (struct big b, int n)
{
  for (int i = 0; i < WORDS; i++)
    CHECK_EQ (b.v[i]--, i + n);
  if (n % 4 == 0)
    cgo_gosched ();
  return n ? n + c_call_big (nested_big, b, n - 1) : 0;
}

static void
calls_back (int k)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      c_call (nested, (k + i) % 12);
      CHECK_EQ (errno, 0);
    }
  cgo_wg_done (&wg);
}

static void
calls_back_big (int k)
{
  struct big b;
  for (int i = 0; i < ROUNDS; i++)
    {
      int n = (k + i) % 9;
      for (int j = 0; j < WORDS; j++)
	b.v[j] = j + n;
      CHECK_EQ (deep (10 * i), 10 * i);
      CHECK_EQ (c_call_big (nested_big, b, n), n * (n + 1) / 2);
    }
  cgo_wg_done (&wg);
}

static void
has_threads (void)
{
  c_threads (ROUNDS / 4, nested);
  cgo_wg_done (&wg);
}

static void
gives_up (void)
{
  int v = 1;
  for (int i = 0; i < 2 * ROUNDS; i++)
    {
      cgo_chan_send_until (c, &v, cgo_now () + 30 * CGO_MICROSECOND);
      cgo_chan_recv_until (c, &v, cgo_now () + 20 * CGO_MICROSECOND);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  struct sigaction a = { .sa_handler = handler, .sa_flags = SA_RESTART };
  struct itimerval t = { { 0, 300 }, { 0, 300 } };
  CHECK_EQ (sigaction (SIGALRM, &a, NULL), 0);
  CHECK_EQ (setitimer (ITIMER_REAL, &t, NULL), 0);
  c = cgo_chan_make (sizeof (int), 1);
  cgo_wg_add (&wg, 4 * EACH);
  for (int i = 0; i < EACH; i++)
    {
      CHECK_EQ (cgo_go (calls_back, i), 0);
      CHECK_EQ (cgo_go (calls_back_big, i), 0);
      CHECK_EQ (cgo_go (has_threads), 0);
      CHECK_EQ (cgo_go (gives_up), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
