/* soak_c.c - the C half of soak.c: functions for each mode, threads that come and go, signals,
   children, and the watchdog, a thread that needs nothing of the runtime until it has to
   report.  */

#include "soak.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ---- The watchdog ---- */

enum { PATIENCE = 60 };		/* seconds without a round of an actor */

static struct actor *table;
static int rows;

static void
report (const char *what, const char *name)
{
  fprintf (stderr, "soak: %s%s\n", name, what);
  for (int i = 0; i < rows; i++)
    fprintf (stderr, "soak: %10lu rounds of %s\n",
	     __atomic_load_n (&table[i].done, __ATOMIC_RELAXED), table[i].name);
  /* A named error, for its traceback of all goroutines (CGOTRACEBACK=all).  */
  cgo_chan_recv (NULL, NULL);
  abort ();
}

static void *
watch (void *arg)
{
  int left = (int) (intptr_t) arg + 2 * PATIENCE;
  unsigned long seen[64] = { 0 };
  int still[64] = { 0 };
  for (;; left--)
    {
      struct timespec second = { 1, 0 };
      while (nanosleep (&second, &second) != 0 && errno == EINTR)
	;
      if (left == 0)
	report ("it does not end", "");
      for (int i = 0; i < rows; i++)
	{
	  unsigned long now = __atomic_load_n (&table[i].done, __ATOMIC_RELAXED);
	  still[i] = now == seen[i] && left > 2 * PATIENCE ? still[i] + 1 : 0;
	  seen[i] = now;
	  if (still[i] == PATIENCE)
	    report (" hangs", table[i].name);
	}
    }
  return NULL;
}

void
soak_watch (struct actor *actors, int n, int seconds)
{
  table = actors;
  rows = n;
  sigset_t all, old;
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  pthread_t t;
  if (pthread_create (&t, NULL, watch, (void *) (intptr_t) seconds) != 0)
    abort ();
  pthread_detach (t);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
}

/* ---- One function a mode ---- */

long c_add (long a, long b) { return a + b; }
long c_add_nonblocking (long a, long b) { return a + b; }
long c_add_blocking (long a, long b) { return a + b; }
long c_add_leaf (long a, long b) { return a + b; }
long c_add_pin (long a, long b) { return a + b; }

void
c_pause (long us)
{
  struct timespec t = { 0, us * 1000 };
  while (nanosleep (&t, &t) != 0 && errno == EINTR)
    ;
}

/* ---- Callbacks ---- */

long go_back (int depth, int jump, jmp_buf *env);

/* How deep it went.  The innermost callback may jump to the outermost C.  */
long
c_back (int depth, int jump)
{
  if (!jump)
    return go_back (depth, 0, NULL);
  jmp_buf env;
  int r = setjmp (env);
  return r ? r - 1 : go_back (depth, 1, &env);
}

static void *
caller (void *arg)
{
  long n = (intptr_t) arg, sum = 0;
  for (long i = 0; i < n; i++)
    sum += go_back (i % 3, i % 5 == 0 ? -1 : 0, NULL);
  return (void *) sum;
}

/* The sum of what CALLS callbacks said on each of THREADS threads; all of them end.  */
long
c_thread_back (int threads, int calls)
{
  pthread_t t[8];
  long sum = 0;
  for (int i = 0; i < threads; i++)
    if (pthread_create (&t[i], NULL, caller, (void *) (intptr_t) calls) != 0)
      abort ();
  for (int i = 0; i < threads; i++)
    {
      void *r;
      pthread_join (t[i], &r);
      sum += (long) r;
    }
  return sum;
}

/* ---- Signals, children ---- */

static unsigned long seen;

static void
count (int sig)
{
  (void) sig;
  __atomic_fetch_add (&seen, 1, __ATOMIC_RELAXED);
}

void
c_signals (int on)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = count;
  a.sa_flags = SA_RESTART;
  sigaction (SIGALRM, &a, NULL);
  sigaction (SIGUSR1, &a, NULL);
  struct itimerval each = { { 0, on ? 3000 : 0 }, { 0, on ? 3000 : 0 } };
  setitimer (ITIMER_REAL, &each, NULL);
  if (on)
    kill (getpid (), SIGUSR1);
}

unsigned long
c_signals_seen (void)
{
  return __atomic_load_n (&seen, __ATOMIC_RELAXED);
}

/* What /bin/true says, 0.  */
int
c_spawn (void)
{
  pid_t pid = fork ();
  if (pid == 0)
    {
      execl ("/bin/true", "true", (char *) NULL);
      _exit (127);
    }
  int status = -1;
  while (pid > 0 && waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}
