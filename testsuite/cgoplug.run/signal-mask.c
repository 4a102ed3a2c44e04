/* Signal masks are the thread's, as POSIX has it.  What main blocks before it starts goroutines is
   blocked on all threads of the runtime, so that one may wait for it: were it not, SIGUSR1
   would end the program.  What a goroutine blocks pins it, and stays blocked after it has waited;
   others do not have it.  A foreign thread's mask is its own in callbacks and after.
   (Go's TestSigprocmask.)

   { dg-foreign "signal-mask_c.c" }
   { dg-nochaos "threads may be made before main has blocked anything" }
   { dg-options "-Wno-deprecated-declarations" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <sys/signalfd.h>

extern int c_blocked (int) CGO_CALL;	/* on this thread, with no say of the plugin */
extern void c_thread (void) CGO_CALL;

static cgo_wg wg;
static volatile int handled;
static cgo_chan *next;	/* the waiter wants another: two at once would be one */

static void
handler (int sig)
{
  handled = sig;
}

static sigset_t
set_of (int sig)
{
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, sig);
  return set;
}

static void
sender (void)
{
  for (int i = 0; i < 4; i++)
    {
      CHECK_EQ (cgo_chan_recv (next, NULL), 1);
      cgo_sleep (2 * CGO_MILLISECOND);
      CHECK_EQ (kill (getpid (), SIGUSR1), 0);
    }
  cgo_wg_done (&wg);
}

static void
waiter (void)
{
  int sig = 0;
  siginfo_t info;
  struct timespec t = { 20, 0 }, none = { 0, 0 };
  struct signalfd_siginfo read_info;
  sigset_t set = set_of (SIGUSR1);
  CHECK_EQ (cgo_chan_send (next, NULL), 0);
  CHECK_EQ (sigwait (&set, &sig), 0);
  CHECK_EQ (sig, SIGUSR1);
  CHECK_EQ (cgo_chan_send (next, NULL), 0);
  CHECK_EQ (sigtimedwait (&set, &info, &t), SIGUSR1);
  CHECK_EQ (info.si_pid, getpid ());
  int fd = signalfd (-1, &set, SFD_CLOEXEC);
  CHECK_EQ (cgo_chan_send (next, NULL), 0);
  CHECK_EQ (read (fd, &read_info, sizeof read_info), sizeof read_info);
  CHECK_EQ (read_info.ssi_signo, SIGUSR1);
  CHECK_EQ (close (fd), 0);
  CHECK_EQ (cgo_chan_send (next, NULL), 0);
  CHECK_EQ (sigwaitinfo (&set, NULL), SIGUSR1);
  CHECK_EQ (sigtimedwait (&set, NULL, &none), -1);
  CHECK_EQ (errno, EAGAIN);
  cgo_wg_done (&wg);
}

/* Pinned: blocked whatever it waited for meanwhile.  */
static void
blocks (int how)
{
  sigset_t set = set_of (SIGUSR2), old;
  CHECK_EQ (c_blocked (SIGUSR2), 0);
  if (how == 0)
    CHECK_EQ (pthread_sigmask (SIG_BLOCK, &set, &old), 0);
  else
    CHECK_EQ (sighold (SIGUSR2), 0);
  for (int i = 0; i < 20; i++)
    {
      cgo_sleep (CGO_MILLISECOND / 5);
      CHECK_EQ (c_blocked (SIGUSR2), 1);
    }
  if (how == 0)
    CHECK_EQ (pthread_sigmask (SIG_SETMASK, &old, NULL), 0);
  else
    CHECK_EQ (sigrelse (SIGUSR2), 0);
  cgo_wg_done (&wg);
}

static void
does_not (void)
{
  for (int i = 0; i < 40; i++)
    {
      CHECK_EQ (c_blocked (SIGUSR2), 0);
      CHECK_EQ (c_blocked (SIGUSR1), 1);
      cgo_sleep (CGO_MILLISECOND / 10);
    }
  cgo_wg_done (&wg);
}

/* sigsuspend lets it in, for as long as it waits.  */
static void
suspends (void)
{
  sigset_t blocked = set_of (SIGUSR2), old;
  CHECK (signal (SIGUSR2, handler) == SIG_DFL);
  CHECK_EQ (pthread_sigmask (SIG_BLOCK, &blocked, &old), 0);
  CHECK_EQ (raise (SIGUSR2), 0);
  CHECK_EQ (handled, 0);
  sigdelset (&old, SIGUSR2);
  CHECK_EQ (sigsuspend (&old), -1);
  CHECK_EQ (errno, EINTR);
  CHECK_EQ (handled, SIGUSR2);
  CHECK_EQ (c_blocked (SIGUSR2), 1);
  CHECK_EQ (pthread_sigmask (SIG_SETMASK, &old, NULL), 0);
  cgo_wg_done (&wg);
}

/* Called on a thread of C that blocks SIGIO; it comes when the thread lets it.  */
CGO_EXPORT int
exported (void)
{
  cgo_sleep (CGO_MILLISECOND);
  return c_blocked (SIGIO);
}

int
main (void)
{
  sigset_t set = set_of (SIGUSR1);
  CHECK_EQ (pthread_sigmask (SIG_BLOCK, &set, NULL), 0);
  next = cgo_chan_make (0, 0);
  cgo_wg_add (&wg, 2);
  CHECK_EQ (cgo_go (waiter), 0);
  CHECK_EQ (cgo_go (sender), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 4; i++)
    {
      CHECK_EQ (cgo_go (blocks, i % 2), 0);
      CHECK_EQ (cgo_go (does_not), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (suspends), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  c_thread ();
  return 0;
}
