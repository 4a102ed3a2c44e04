#include <pthread.h>

void c_thread_exit (void);

void
c_thread_exit (void)
{
  pthread_exit (0);
}
