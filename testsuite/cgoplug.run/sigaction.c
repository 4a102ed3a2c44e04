/* The runtime stands in front of sigaction and its older forms: what they return, and
   what the flags do, is still what libc's would.  */

#define _GNU_SOURCE
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <string.h>

static volatile int hits, wrong;

static void
handler (int sig)
{
  if (guard_slot () != 0 || sig == 0)
    wrong = 1;
  errno = 99;
  hits++;
}

static void
info (int sig, siginfo_t *si, void *context)
{
  if (si->si_signo != sig || !context)
    wrong = 2;
  hits += 100;
}

/* The kernel's view adds nothing but SA_RESTORER.  */
static int
flags_of (int sig)
{
  struct sigaction a;
  CHECK_EQ (sigaction (sig, NULL, &a), 0);
  return a.sa_flags & ~0x04000000;
}

static void
old_and_new (void)
{
  struct sigaction a, old;
  memset (&a, 0, sizeof a);
  CHECK (signal (SIGUSR1, handler) == SIG_DFL);
  CHECK (signal (SIGUSR1, handler) == handler);
  CHECK_EQ (flags_of (SIGUSR1), SA_RESTART);
  errno = 5;
  raise (SIGUSR1);
  CHECK_EQ (errno, 5);
  CHECK_EQ (hits, 1);
  a.sa_sigaction = info;
  a.sa_flags = SA_SIGINFO | SA_NODEFER;
  CHECK_EQ (sigaction (SIGUSR1, &a, &old), 0);
  CHECK (old.sa_handler == handler);
  CHECK (sigismember (&old.sa_mask, SIGUSR1));
  raise (SIGUSR1);
  CHECK_EQ (hits, 101);
  CHECK_EQ (flags_of (SIGUSR1), SA_SIGINFO | SA_NODEFER);
  CHECK_EQ (sigaction (SIGUSR1, &old, &a), 0);
  CHECK (a.sa_sigaction == info);
  raise (SIGUSR1);
  CHECK_EQ (hits, 102);
  CHECK (signal (SIGUSR1, SIG_DFL) == handler);
}

static void
once_and_ignored (void)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  hits = 0;
  a.sa_handler = handler;
  a.sa_flags = SA_RESETHAND;
  CHECK_EQ (sigaction (SIGUSR2, &a, NULL), 0);
  raise (SIGUSR2);
  CHECK_EQ (hits, 1);
  CHECK (signal (SIGUSR2, SIG_IGN) == SIG_DFL);
  raise (SIGUSR2);
  CHECK (signal (SIGUSR2, SIG_DFL) == SIG_IGN);
}

static void
older (void)
{
  hits = 0;
  CHECK (sysv_signal (SIGUSR2, handler) == SIG_DFL);
  CHECK_EQ (flags_of (SIGUSR2), (int) (SA_RESETHAND | SA_NODEFER));
  raise (SIGUSR2);
  CHECK_EQ (hits, 1);
  CHECK (signal (SIGUSR2, handler) == SIG_DFL);
  CHECK (signal (SIGUSR2, SIG_DFL) == handler);
}

static void
refused (void)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  int bad[] = { 0, -1, 65, 1000, SIGKILL, SIGSTOP, 32 };
  for (int i = 0; i < (int) (sizeof bad / sizeof bad[0]); i++)
    {
      errno = 0;
      CHECK_EQ (sigaction (bad[i], &a, NULL), -1);
      CHECK_EQ (errno, EINVAL);
    }
  CHECK (signal (SIGUSR1, SIG_ERR) == SIG_ERR);
}

/* The runtime's own handler for faults does not show.  */
static void
fault (int sig)
{
  struct sigaction a;
  CHECK_EQ (sigaction (sig, NULL, &a), 0);
  CHECK (a.sa_handler == SIG_DFL);
  CHECK_EQ (flags_of (sig), 0);
  CHECK (signal (sig, handler) == SIG_DFL);
  CHECK (signal (sig, SIG_DFL) == handler);
  CHECK (signal (sig, SIG_DFL) == SIG_DFL);
}

int
main (void)
{
  old_and_new ();
  once_and_ignored ();
  older ();
  refused ();
  fault (SIGSEGV);
  fault (SIGBUS);
  fault (SIGFPE);
  fault (SIGILL);
  CHECK_EQ (wrong, 0);
  return 0;
}
