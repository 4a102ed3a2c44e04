#include <pthread.h>
#include <unistd.h>

void c_thread_cancel (void);

static void *
cancel (void *victim)
{
  usleep (10000);
  pthread_cancel (*(pthread_t *) victim);
  return 0;
}

void
c_thread_cancel (void)
{
  static pthread_t self;
  pthread_t t;
  self = pthread_self ();
  if (pthread_create (&t, 0, cancel, &self) != 0)
    return;
  for (;;)
    pause ();
}
