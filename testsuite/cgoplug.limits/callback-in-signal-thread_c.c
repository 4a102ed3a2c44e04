#include <pthread.h>
#include <signal.h>

void exported (void);
void c_signal_on_thread (void);

static void
handler (int sig)
{
  (void) sig;
  exported ();
}

static void *
start (void *arg)
{
  signal (SIGUSR1, handler);
  raise (SIGUSR1);
  return arg;
}

void
c_signal_on_thread (void)
{
  pthread_t t;
  if (pthread_create (&t, 0, start, 0) == 0)
    pthread_join (t, 0);
}
