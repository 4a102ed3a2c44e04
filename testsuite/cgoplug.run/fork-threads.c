/* The child of a fork is whole: the goroutine that forked, not that of main, goes on, on
   a thread that is main's now; sysmon preempts and wakes sleepers, other Ms run what C would
   hold up, the program's own threads can be made, and it can fork again and run another
   program.  Without the Ms made anew the child has one thread, and all that waits for another
   waits forever.

   { dg-options "-Wno-infinite-recursion" }
   { dg-levels "-O0 -O2" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

static cgo_wg wg;
static _Atomic int stop, spun;

NOINLINE static int
deep (int n)
{
  volatile char room[700];	/* a check, where it can be preempted */
  room[0] = 0;
  return n ? deep (n - 1) + 1 + room[0] : room[0];
}

static void
spins (void)
{
  while (!stop)
    spun += deep (3) == 3;
  cgo_wg_done (&wg);
}

static void
sleeps_in_c (void)
{
  usleep (20000);
  cgo_wg_done (&wg);
}

static void *
thread (void *arg)
{
  return deep (100) == 100 ? arg : NULL;
}

static int
waits_for (pid_t child)
{
  int status;
  CHECK (child > 0);
  CHECK_EQ (waitpid (child, &status, 0), child);
  CHECK (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* GENERATION forks ago there was a program.  */
static void
in_child (int generation)
{
  enum { THREADS = 5 };		/* as many as were there, of whose stacks they get some */
  pthread_t t[THREADS];
  alarm (30);
  cgo_wg_add (&wg, 6);
  for (int i = 0; i < 3; i++)
    {
      CHECK_EQ (cgo_go (spins), 0);
      CHECK_EQ (cgo_go (sleeps_in_c), 0);
    }
  do
    cgo_sleep (20 * CGO_MILLISECOND);
  while (!spun);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, &wg), 0);
  for (int i = 0; i < THREADS; i++)
    {
      void *result = NULL;
      CHECK_EQ (pthread_join (t[i], &result), 0);
      CHECK (result == &wg);
    }
  if (generation < 2)
    {
      pid_t child = fork ();
      if (child == 0)
	{
	  wg = (cgo_wg) CGO_WG_INIT;	/* who would be done is gone */
	  spun = 0;
	  in_child (generation + 1);
	}
      CHECK_EQ (waits_for (child), 21);
    }
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  if (generation == 2)
    execl ("/bin/sh", "sh", "-c", "exit 21", (char *) NULL);
  _exit (21);
}

static void
forks (cgo_wg *done)
{
  pid_t child = fork ();
  if (child == 0)
    in_child (1);
  CHECK_EQ (waits_for (child), 21);
  cgo_wg_done (done);
}

int
main (void)
{
  cgo_wg done = CGO_WG_INIT;
  for (int i = 0; i < 3; i++)
    {
      cgo_wg_add (&done, 1);
      CHECK_EQ (cgo_go (forks, &done), 0);
      CHECK_EQ (cgo_wg_wait (&done), 0);
    }
  return 0;
}
