/* Threads of C, made where the linker has put __wrap_pthread_create.  */

#include "split-stack.h"
#include <pthread.h>
#include <stddef.h>

static void *
start (void *arg)
{
  return (char *) arg + s_deep (1000);
}

long
c_thread (long n)
{
  pthread_t t;
  void *value = NULL;
  if (pthread_create (&t, NULL, start, (void *) n) == 0)
    pthread_join (t, &value);
  return (long) value;
}
