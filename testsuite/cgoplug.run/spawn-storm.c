/* Programs are started from many goroutines at once, in each of the ways there are, while others
   compute, call C and take signals: every exit status is right and nothing hangs.  A child that
   kept a lock of a thread that is gone, or ran a handler on a stack that is not there, would
   stop or fail.

   { dg-timeout 150 }
   { dg-levels "-O0 -O2" } */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>

enum { GOROUTINES = 8, ROUNDS = 5 };	/* times five ways: 200 programs */

static volatile int stop, ticks;
static cgo_wg wg, busy;
extern char **environ;

static void
handler (int sig)
{
  ticks += sig != 0;
}

NOINLINE static long
deep (long n)
{
  volatile char room[50];
  room[0] = 1;
  return n == 0 ? 0 : deep (n - 1) + room[0];
}

static void
compute (void)
{
  char text[50];
  while (!stop)
    {
      CHECK_EQ (deep (100), 100);
      CHECK_EQ (snprintf (text, sizeof text, "%d", 12345), 5);
      usleep (100);
    }
  cgo_wg_done (&busy);
}

static int
wait_for (pid_t p)
{
  int status = 0;
  CHECK (p > 0);
  while (waitpid (p, &status, 0) < 0)
    CHECK_EQ (errno, EINTR);
  CHECK (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
run (int n)
{
  char script[50], line[50];
  char *argv[] = { "sh", "-c", script, NULL };
  pid_t p;
  snprintf (script, sizeof script, "exit %d", n);

  CHECK_EQ (posix_spawn (&p, "/bin/sh", NULL, NULL, argv, environ), 0);
  CHECK_EQ (wait_for (p), n);

  int status = system (script);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == n);

  p = fork ();
  if (p == 0)
    {
      execv ("/bin/sh", argv);
      _exit (127);
    }
  CHECK_EQ (wait_for (p), n);

  p = fork ();		/* the child goes on as a goroutine */
  if (p == 0)
    {
      cgo_sleep (CGO_MILLISECOND);
      _exit (deep (n));
    }
  CHECK_EQ (wait_for (p), n);

  snprintf (script, sizeof script, "echo %d; exit %d", n, n);
  FILE *f = popen (script, "re");
  CHECK (f != NULL);
  CHECK (fgets (line, sizeof line, f) != NULL);
  CHECK_EQ (atoi (line), n);
  status = pclose (f);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == n);
}

static void
starter (int base)
{
  for (int i = 0; i < ROUNDS; i++)
    run (base * ROUNDS + i + 1);
  cgo_wg_done (&wg);
}

int
main (void)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  a.sa_flags = SA_RESTART;
  CHECK_EQ (sigaction (SIGALRM, &a, NULL), 0);
  struct itimerval t = { { 0, 2000 }, { 0, 2000 } }, none = { { 0, 0 }, { 0, 0 } };
  CHECK_EQ (setitimer (ITIMER_REAL, &t, NULL), 0);
  cgo_wg_add (&busy, 2);
  cgo_wg_add (&wg, GOROUTINES);
  CHECK_EQ (cgo_go (compute), 0);
  CHECK_EQ (cgo_go (compute), 0);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (starter, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&busy), 0);
  CHECK_EQ (setitimer (ITIMER_REAL, &none, NULL), 0);
  CHECK (ticks > 0);
  return 0;
}
