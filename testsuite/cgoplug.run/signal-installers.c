/* Whoever has installed a handler, and by which function, before the runtime starts or after, it
   runs on the thread's signal stack: on a goroutine's it would overrun that.  The program and
   a library do it by each function that libc has, and before the start by the system call
   itself; afterwards that needs SA_ONSTACK.  libc's own helper threads call goroutine code.
   (Go's TestEarlySignalHandler.)

   { dg-foreign "signal-installers_c.c" }
   { dg-options "-Wno-deprecated-declarations" }
   { dg-foreign-options "-Wno-deprecated-declarations" }
   { dg-link "-lrt" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <string.h>
#include <time.h>

extern void c_install (int i, int sig) CGO_CALL;
extern int c_installers_n (void) CGO_CALL;
extern int c_handled (void) CGO_CALL, c_wrong (void) CGO_CALL;
extern void c_timer (void) CGO_CALL;

static volatile int handled, wrong;
static cgo_chan *expired;

static void
handler (int sig)
{
  volatile char room[8000];
  stack_t s;
  memset ((char *) room, sig, sizeof room);
  if (guard_slot () != 0 || sigaltstack (NULL, &s) != 0 || !(s.ss_flags & SS_ONSTACK))
    wrong = 1;
  handled++;
}

static void
by_sigaction (int sig)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  CHECK_EQ (sigaction (sig, &a, NULL), 0);
}

static void
once (int *expected)
{
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (handled, ++*expected);
  CHECK_EQ (wrong, 0);
}

/* In goroutine code.  */
static void
here (void)
{
  int expected = 0;
  by_sigaction (SIGUSR1);
  once (&expected);
  CHECK (signal (SIGUSR1, handler) != SIG_ERR);
  once (&expected);
  CHECK (ssignal (SIGUSR1, handler) != SIG_ERR);
  once (&expected);
  CHECK (sysv_signal (SIGUSR1, handler) != SIG_ERR);
  once (&expected);
  CHECK (sigset (SIGUSR1, handler) != SIG_ERR);
  once (&expected);
}

/* In C, and by the system call; number 0 was installed before the runtime started.  */
static void
there (void)
{
  CHECK_EQ (raise (SIGUSR2), 0);
  CHECK_EQ (c_handled (), 1);
  for (int i = 1; i < c_installers_n (); i++)
    {
      c_install (i, SIGUSR2);
      CHECK_EQ (raise (SIGUSR2), 0);
      CHECK_EQ (c_handled (), i + 1);
      CHECK_EQ (c_wrong (), 0);
    }
}

/* On a thread of libc's.  */
CGO_EXPORT void
on_timer (int value)
{
  CHECK_EQ (cgo_chan_send (expired, &value), 0);
}

static void
both (cgo_wg *wg)
{
  here ();
  there ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg;
  memset (&wg, 0, sizeof wg);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (both, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  expired = cgo_chan_make (sizeof (int), 0);
  c_timer ();
  for (int i = 0; i < 3; i++)
    {
      int value = 0;
      CHECK_EQ (cgo_chan_recv_until (expired, &value, cgo_now () + 20 * CGO_SECOND), 1);
      CHECK_EQ (value, 42);
    }
  return 0;
}
