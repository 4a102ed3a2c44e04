/* Without wrapped handlers a signal that arrives on a goroutine runs its handler on
   a 4 KiB segment with a guard that is not 0: handlers run on the signal stack,
   with guard slot 0, and the goroutine goes on unharmed.  */

#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <string.h>
#include <sys/time.h>

static volatile int count, wrong;
static volatile unsigned long last_frame;

/* Needs far more than a segment.  */
static void
handler (int sig)
{
  volatile char room[8000];
  memset ((char *) room, sig, sizeof room);
  if (guard_slot () != 0)
    wrong = 1;
  last_frame = (unsigned long) room;
  count++;
}

static void
info (int sig, siginfo_t *si, void *context)
{
  if (si->si_signo != sig || context == NULL)
    wrong = 2;
  handler (sig);
}

NOINLINE static long
deep (long n)
{
  volatile char room[100];
  room[0] = 0;
  return n == 0 ? room[0] : deep (n - 1) + 1 + room[0];
}

static void
raised_on_goroutine (void)
{
  char here;
  count = 0;
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (count, 1);
  unsigned long distance = last_frame - (unsigned long) &here;
  CHECK (distance > 8000 && -distance > 8000);
  CHECK_EQ (raise (SIGUSR2), 0);
  CHECK_EQ (count, 2);
}

int
main (void)
{
  struct sigaction sa, old;
  memset (&sa, 0, sizeof sa);
  CHECK (signal (SIGUSR1, handler) == SIG_DFL);
  sa.sa_sigaction = info;
  sa.sa_flags = SA_SIGINFO | SA_RESTART;
  CHECK_EQ (sigaction (SIGUSR2, &sa, NULL), 0);
  CHECK_EQ (sigaction (SIGUSR2, NULL, &old), 0);
  CHECK (old.sa_sigaction == info);
  for (int i = 0; i < 20; i++)
    raised_on_goroutine ();

  /* Asynchronous ones, while the stack grows and shrinks.  */
  CHECK (signal (SIGALRM, handler) == SIG_DFL);
  struct itimerval t = { { 0, 500 }, { 0, 500 } };
  count = 0;
  CHECK_EQ (setitimer (ITIMER_REAL, &t, NULL), 0);
  while (count < 50)
    CHECK_EQ (deep (300), 300);
  t.it_value.tv_usec = t.it_interval.tv_usec = 0;
  CHECK_EQ (setitimer (ITIMER_REAL, &t, NULL), 0);
  CHECK (signal (SIGALRM, SIG_IGN) == handler);
  CHECK_EQ (wrong, 0);
  return 0;
}
