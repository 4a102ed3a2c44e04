#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>

int plus_one (int);
int c_jump (int);
int c_jump_on_thread (int);

static __thread sigjmp_buf env;

static void
handler (int sig)
{
  siglongjmp (env, sig);
}

int
c_jump (int n)
{
  signal (SIGUSR1, handler);
  if (sigsetjmp (env, 1) == 0)
    raise (SIGUSR1);
  return plus_one (n);
}

static void *
start (void *arg)
{
  return (void *) (intptr_t) c_jump ((intptr_t) arg);
}

int
c_jump_on_thread (int n)
{
  pthread_t t;
  void *result = 0;
  if (pthread_create (&t, 0, start, (void *) (intptr_t) n) != 0)
    return -1;
  pthread_join (t, &result);
  return (intptr_t) result;
}
