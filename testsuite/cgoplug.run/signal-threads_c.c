/* C of signal-threads.c.  */

#define _GNU_SOURCE
#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static _Atomic int stop;
static _Atomic long came, off;
static pthread_t thread;

static void
handler (int sig)
{
  stack_t s;
  (void) sig;
  came++;
  if (sigaltstack (NULL, &s) != 0 || !(s.ss_flags & SS_ONSTACK))
    off++;
}

/* By a thread that has all signals blocked.  */
static void *
storm (void *arg)
{
  DIR *d = opendir ("/proc/self/task");
  while (d && !stop)
    {
      rewinddir (d);
      for (struct dirent *e; (e = readdir (d)); )
	if (e->d_name[0] != '.' && atoi (e->d_name) != gettid ())
	  tgkill (getpid (), atoi (e->d_name), SIGUSR1);
    }
  if (d)
    closedir (d);
  return arg;
}

void
storm_begins (void)
{
  struct sigaction sa = { .sa_handler = handler, .sa_flags = SA_RESTART };
  sigset_t all, old;
  sigaction (SIGUSR1, &sa, NULL);
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  if (pthread_create (&thread, NULL, storm, NULL) != 0)
    abort ();
  pthread_sigmask (SIG_SETMASK, &old, NULL);
}

long
storm_so_far (long *not_on_it)
{
  *not_on_it = off;
  return came;
}

void
storm_ends (void)
{
  stop = 1;
  pthread_join (thread, NULL);
}
